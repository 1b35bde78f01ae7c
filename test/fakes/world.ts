import type { Facts, World } from "../../src/core/facts"

const words = (text: string) => text.split(" ")

const EU = words("AT BE BG CY CZ DE DK EE ES EU FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

/** The country groups of the specification, typed here so that the rules are tested apart from data/; a data test compares both. */
export const groups = {
  eu: EU,
  eea: words("IS LI NO"),
  adequate: words("AD AR BR CA CH FO GB GG IL IM JE JP KR NZ UY"),
  highRisk: words("BY CN HK IR KP MO RU")
}

/** What is true of a service of which nothing more is known than who controls it. */
export const plainFacts: Omit<Facts, "operator" | "parent" | "chain"> = {
  hosts: null,
  technology: null,
  dataLocation: null,
  labels: [],
  hostLabels: [],
  publicBody: false,
  endToEndEncrypted: false,
  ringFenced: false,
  capital: null,
  nexus: [],
  tenant: false
}

export function world(today: string): World {
  return {
    today,
    eu: new Set(groups.eu),
    eea: new Set([...groups.eu, ...groups.eea]),
    adequate: new Set(groups.adequate),
    highRisk: new Set(groups.highRisk)
  }
}
