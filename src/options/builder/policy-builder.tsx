import { useEffect, useState } from "preact/hooks"
import { withValue } from "../../core/config/edit"
import { type Config, type Key, type KeyDefinition, keys, titleOf } from "../../core/config/keys"
import { resolve } from "../../core/config/resolve"
import type { NeedDetail } from "../../core/details"
import { completeDeployment, deploymentKeyNames } from "../../core/policy-kit/deployment"
import type { Organisation } from "../../core/policy-kit/organisation"
import { type Message, message } from "../../core/text"
import { useSay } from "../../ui/context"
import { Part } from "../part"
import { organisationKeys, sections } from "../sections"
import { Setting } from "../setting"
import { Decision } from "./decision"
import { DeploymentSetting } from "./deployment-setting"
import { Files, type FilesProps } from "./files"
import { OpenFile } from "./open-file"

const nothing: Organisation = { policy: {}, deployment: completeDeployment({}) }

export interface PolicyBuilderProps extends Pick<FilesProps, "words" | "download"> {
  readonly needs: Readonly<Record<string, NeedDetail>>
}

/** The options page's form as an organisation fills it in; what is on the page is all there is, nothing is stored. */
export function PolicyBuilder({ needs, words, download }: PolicyBuilderProps) {
  const say = useSay()
  const [organisation, setOrganisation] = useState(nothing)
  // what a file holds: what was opened or downloaded last
  const [kept, setKept] = useState(nothing)
  const [status, setStatus] = useState<Message | null>(null)
  // fields keep what was typed; after a file was opened they start anew
  const [opened, setOpened] = useState(0)

  useEffect(() => {
    if (organisation === kept) return
    // the browser asks before the page is left: nothing of it is stored
    const ask = (event: Event) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [organisation, kept])

  const edit = (change: (policy: unknown) => object, done: Message | null) => {
    setOrganisation((now) => ({ ...now, policy: change(now.policy) as Partial<Config> }))
    setStatus(done)
  }
  const downloadAndKeep: PolicyBuilderProps["download"] = (...file) => {
    download(...file)
    setKept(organisation)
  }
  const open = (file: Organisation) => {
    setOrganisation(file)
    setKept(file)
    setOpened(opened + 1)
  }
  // nothing is saved here: only what was left out of a list is worth a word
  const store = async (change: (policy: unknown) => object, { key, params }: Message) =>
    edit(change, key === "optionSavedExcept" ? message("builderLeftOut", params) : null)

  const resolved = resolve(undefined, organisation.policy)
  const field = (key: Key) => {
    const definition: KeyDefinition = keys[key]
    if (definition.type === "text" || definition.type === "list")
      return (
        <Setting key={`${key} ${opened}`} name={key} resolved={resolved} store={store} tell={setStatus} needs={needs} />
      )
    return (
      <Decision
        key={key}
        name={key}
        label={titleOf(key)}
        definition={definition}
        value={organisation.policy[key]}
        change={(value) => edit((policy) => withValue(policy, key, value), null)}
      />
    )
  }
  return (
    <main class="page">
      <h1>{say(message("builderTitle"))}</h1>
      <p class="lead">{say(message("builderLead"))}</p>
      <Part name="start" title="builderSectionOpen">
        <OpenFile open={open} tell={setStatus} />
      </Part>
      <Part name="organisation">{organisationKeys.map(field)}</Part>
      {sections.map(({ name, keys: names }) => (
        <Part key={name} name={name}>
          {names.map(field)}
        </Part>
      ))}
      <Part name="installation" title="builderSectionInstallation">
        {deploymentKeyNames.map((name) => (
          <DeploymentSetting
            key={`${name} ${opened}`}
            name={name}
            deployment={organisation.deployment}
            tell={setStatus}
            change={(value) => {
              setOrganisation(({ policy, deployment }) => ({
                policy,
                deployment: completeDeployment({ ...deployment, [name]: value })
              }))
              setStatus(null)
            }}
          />
        ))}
      </Part>
      <Part name="files" title="builderSectionFiles">
        <Files organisation={organisation} words={words} download={downloadAndKeep} tell={setStatus} />
      </Part>
      <p class="status" role="status">
        {status && <span>{say(status)}</span>}
      </p>
    </main>
  )
}
