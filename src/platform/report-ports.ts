/** What the use cases of reports need of this browser: the same for the worker and the pages. */

import { readConfiguration } from "./configuration"
import { newSalt, sha256 } from "./hash"
import { isOnline, sendReport } from "./send-report"
import { aloneSending, readReported, readReportQueue, updateReported, updateReportQueue } from "./storage"

export const reportQueuePorts = {
  read: readReportQueue,
  update: updateReportQueue,
  alone: aloneSending,
  send: sendReport,
  destination: async () => (await readConfiguration()).config.reportDestination,
  online: isOnline,
  now: () => Date.now()
}

export const reportedPorts = { read: readReported, update: updateReported, sha256, newSalt }
