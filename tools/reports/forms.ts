/**
 * The tracker's issue forms. `npm run reports -- forms` writes them to .github/ISSUE_TEMPLATE, and `triage` reads the issues that they
 * make: an issue's body holds the labels of the fields, not their ids. Field ids are the report's keys, so that a prefilled link can name them.
 */
import type { ReportKind } from "../../src/core/report"
import { REPORT_FIELD } from "../../src/core/report-templates"

export interface Field {
  readonly id: string
  readonly type: "input" | "textarea" | "dropdown"
  /** English; it becomes the heading in the issue. */
  readonly label: string
  readonly english: string
  readonly french: string
  readonly placeholder?: string
  readonly options?: readonly string[]
  /** The text is shown as a block of code of this language. */
  readonly render?: "json"
  readonly required?: true
}

export interface IssueForm {
  readonly file: string
  readonly name: string
  readonly description: string
  readonly title: string
  readonly labels: readonly string[]
  /** The kind of report that it makes, unless the person chooses one; null for what is no report of a wrong fact. */
  readonly kind: ReportKind | null
  readonly intro: string
  readonly fields: readonly Field[]
}

/** What the drop-down of the first form says for each kind that it is for. */
export const kindOptions: Readonly<Partial<Record<ReportKind, string>>> = {
  owner: "Wrong owner (propriétaire)",
  country: "Wrong country (pays)",
  hosting: "Wrong hosting (hébergement)",
  "other-service": "This domain belongs to another service (autre service)",
  alternative: "Unsuitable alternative (alternative inadaptée)",
  other: "Something else (autre chose)"
}

const PUBLIC = `This issue is public. Write no personal data, and the name of the site only, never the address of a page.
Ce ticket est public. N’y mettez aucune donnée personnelle, et seulement le nom du site, jamais l’adresse d’une page.`

const report: Field = {
  id: REPORT_FIELD,
  type: "textarea",
  label: "Report",
  english: "The text that the extension made. When it is here, leave the rest empty.",
  french: "Le texte préparé par l’extension. S’il est là, laissez le reste vide.",
  render: "json"
}
const service: Field = {
  id: "service",
  type: "input",
  label: "Service",
  english: "Its name, or the name of its file in data/services.",
  french: "Son nom, ou le nom de son fichier dans data/services.",
  placeholder: "slack"
}
const hostname: Field = {
  id: "hostname",
  type: "input",
  label: "Hostname",
  english: "The name of the site, without path.",
  french: "Le nom du site, sans chemin.",
  placeholder: "app.slack.com"
}
const evidence: Field = {
  id: "evidence",
  type: "input",
  label: "Page that shows it",
  english: "Best: the service’s own terms, a register, an authority. Without a page nothing can be changed.",
  french: "De préférence les conditions du service, un registre, une autorité. Sans page, rien ne peut être changé.",
  placeholder: "https://…"
}
const comment: Field = {
  id: "comment",
  type: "textarea",
  label: "Comment",
  english: "At most 500 characters.",
  french: "500 caractères au plus."
}

export const issueForms: readonly IssueForm[] = [
  {
    file: "wrong-facts.yml",
    name: "Wrong facts about a service",
    description:
      "Owner, country, hosting, domain, alternative. / Propriétaire, pays, hébergement, domaine, alternative.",
    title: "data: ",
    labels: ["data"],
    kind: "other",
    intro: PUBLIC,
    fields: [
      report,
      {
        id: "kind",
        type: "dropdown",
        label: "What is wrong",
        english: "One of these.",
        french: "Ce qui ne va pas.",
        options: Object.values(kindOptions)
      },
      service,
      hostname,
      {
        id: "proposal",
        type: "input",
        label: "What would be right",
        english:
          "The right owner with its country, the country, the host, the service or the alternative: the name alone.",
        french: "Le bon propriétaire avec son pays, le pays, l’hébergeur, le service ou l’alternative : le nom seul.",
        placeholder: "Salesforce, Inc. (US)"
      },
      evidence,
      comment
    ]
  },
  {
    file: "missing-service.yml",
    name: "Missing service",
    description: "A service that people use at work is not in the data. / Un service utilisé au travail est absent.",
    title: "data: ",
    labels: ["data"],
    kind: "missing-service",
    intro: PUBLIC,
    fields: [
      report,
      hostname,
      {
        id: "proposal",
        type: "input",
        label: "Name of the service, and who runs it",
        english: "The name, then the company or public body in parentheses.",
        french: "Le nom, puis l’entreprise ou l’organisme public entre parenthèses.",
        placeholder: "Slack (Slack Technologies Limited)"
      },
      evidence,
      comment
    ]
  },
  {
    file: "label.yml",
    name: "Label or qualification",
    description:
      "A qualification is missing, has ended or has another scope. / Une qualification manque, a pris fin ou change.",
    title: "data: ",
    labels: ["data"],
    kind: "label",
    intro: PUBLIC,
    fields: [
      report,
      service,
      hostname,
      {
        id: "proposal",
        type: "input",
        label: "Label, first and last day, scope",
        english: "As the issuer publishes them.",
        french: "Label, premier et dernier jour, périmètre, tels que l’organisme les publie.",
        placeholder: "SecNumCloud 3.2, 2025-12-17, 2028-12-17, scope as in the catalogue"
      },
      evidence,
      comment
    ]
  },
  {
    file: "right-of-reply.yml",
    name: "Right of reply of an organisation",
    description: "You speak for an organisation that the data name. / Vous parlez au nom d’une organisation citée.",
    title: "reply: ",
    labels: ["reply"],
    kind: null,
    intro: `Criteria 15 to 19 of data/CRITERIA.md say how this is answered: within ten working days, in public. Write no personal data.
Les critères 15 à 19 de data/CRITERIA.md disent comment il y est répondu : sous dix jours ouvrés, en public. N’écrivez aucune donnée personnelle.`,
    fields: [
      {
        id: "organisation",
        type: "input",
        label: "Organisation or service concerned",
        english: "Its name.",
        french: "Son nom.",
        required: true
      },
      {
        id: "fact",
        type: "textarea",
        label: "Fact that is disputed",
        english: "What our record says, and what is right.",
        french: "Ce que dit notre fiche, et ce qui est exact."
      },
      { ...evidence, required: true },
      {
        id: "note-en",
        type: "textarea",
        label: "Note to be shown, in English",
        english: "Facts, at most 400 characters. It is shown even where the facts stay as they are.",
        french: "La note en anglais, 400 caractères au plus, affichée même si les faits ne changent pas."
      },
      {
        id: "note-fr",
        type: "textarea",
        label: "Note to be shown, in French",
        english: "The same in French, at most 400 characters.",
        french: "La même en français, 400 caractères au plus."
      }
    ]
  },
  {
    file: "bug.yml",
    name: "Bug of the extension",
    description: "The extension does not do what it should. / L’extension ne fonctionne pas comme elle devrait.",
    title: "bug: ",
    labels: ["bug"],
    kind: null,
    intro: `A hole in security is not reported here: SECURITY.md. This issue is public: no personal data, no address of a page.
Une faille de sécurité ne se signale pas ici : SECURITY.md. Ce ticket est public : ni donnée personnelle, ni adresse de page.`,
    fields: [
      {
        id: "extension",
        type: "input",
        label: "Version of the extension",
        english: "The browser shows it in its list of extensions.",
        french: "Le navigateur l’affiche dans la liste des extensions.",
        required: true
      },
      {
        id: "browser",
        type: "input",
        label: "Browser and system",
        english: "With their versions.",
        french: "Avec leurs versions.",
        placeholder: "Firefox 142, Windows 11",
        required: true
      },
      {
        id: "happened",
        type: "textarea",
        label: "What happened, and what should have",
        english: "The steps that lead there.",
        french: "Ce qui s’est passé, ce qui aurait dû se passer, et les étapes qui y mènent.",
        required: true
      }
    ]
  }
]
