import { useState } from "preact/hooks"
import { titleOf } from "../../core/config/keys"
import { type KeyProblem, parseValues } from "../../core/config/parse"
import { type Deployment, type DeploymentKey, deploymentKeys } from "../../core/policy-kit/deployment"
import type { Message } from "../../core/text"
import { useSay } from "../../ui/context"
import { SwitchField, TextField } from "../fields"
import { problemMessage } from "../setting"

interface DeploymentSettingProps {
  readonly name: DeploymentKey
  readonly deployment: Deployment
  readonly change: (value: string | boolean) => void
  readonly tell: (said: Message) => void
}

/** One fact of the installation. A wrong one is told, and what was there before is kept. */
export function DeploymentSetting({ name, deployment, change, tell }: DeploymentSettingProps) {
  const say = useSay()
  const [problem, setProblem] = useState<KeyProblem | undefined>()
  const common = { name, label: titleOf(name), locked: false }
  const value = deployment[name]
  if (typeof value === "boolean") return <SwitchField {...common} value={value} change={change} />
  const changeText = (text: string) => {
    const [wrong] = parseValues({ [name]: text }, deploymentKeys).problems
    setProblem(wrong)
    if (wrong) tell(problemMessage(wrong, deploymentKeys))
    else change(text)
  }
  const sentence = problem ? say(problemMessage(problem, deploymentKeys)) : null
  return <TextField {...common} value={value} problem={sentence} change={changeText} />
}
