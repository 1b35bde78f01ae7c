/** What the report's pages ask of the browser. */
import type { Report } from "../../core/report"
import type { ReportQueue, SendFailure, SendResult } from "../../core/report-queue"

export interface ReportPorts {
  readonly send: (to: string, text: string) => Promise<SendResult>
  /** Rejects when the browser cannot write. */
  readonly sendLater: (text: string, to: string) => Promise<"waits" | "full">
  readonly reportedOn: (report: Report) => Promise<string | null>
  readonly remember: (report: Report) => Promise<void>
  /** In memory, under what the report is about. */
  readonly readDraft: (subject: string) => Promise<unknown>
  readonly writeDraft: (subject: string, draft: object | null) => Promise<void>
}

/** What is kept on this machine about reports. */
export interface KeptReports {
  readonly queue: ReportQueue
  /** How many reports would be recognised. */
  readonly remembered: number
}

export interface KeptReportsPorts {
  readonly read: () => Promise<KeptReports>
  /** Calls the listener whenever it changes, until the function that it gives is called. */
  readonly watch: (listener: () => void) => () => void
  readonly sendNow: () => Promise<SendFailure | null>
  /** Rejects when the browser cannot write. */
  readonly erase: () => Promise<void>
}
