/**
 * The desktop's part of a notification, for browsers under test: a D-Bus session bus with one service on it, org.freedesktop.Notifications.
 * Chromium and Firefox hand over what a person would see, and are told of a press as a desktop tells it. Linux only. It knows of the
 * protocol what these two browsers use: dbus.freedesktop.org/doc/dbus-specification.html, specifications.freedesktop.org (read 2026-11).
 */
import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Body, type Call, encode, parseMessage, readNotify, SIGNAL } from "./dbus"

export interface ShownNotification {
  readonly id: number
  readonly title: string
  readonly text: string
}

export interface NotificationServer {
  /** For the environment variable DBUS_SESSION_BUS_ADDRESS of the browser. */
  readonly address: string
  /** Every notification since the start, in order. */
  readonly shown: readonly ShownNotification[]
  /** A person presses a notification. */
  readonly press: (id: number) => void
  readonly close: () => void
}

const NOTIFICATIONS = "org.freedesktop.Notifications"

export async function startNotificationServer(): Promise<NotificationServer> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-bus-"))
  const path = join(folder, "bus")
  const shown: ShownNotification[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined) // the browser was closed
    serve(socket, (call) => {
      if (call.member !== "Notify") return answerTo(call)
      const { replaces, summary, body } = readNotify(call.body)
      const id = replaces || shown.length + 1
      shown.push({ id, title: summary, text: body })
      return [["u", id]]
    })
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return {
    address: `unix:path=${path}`,
    shown,
    press: (id) => {
      const from = { path: "/org/freedesktop/Notifications", interface: NOTIFICATIONS, sender: ":1.1" }
      for (const socket of sockets)
        socket.write(
          encode(SIGNAL, { ...from, member: "ActionInvoked" }, [
            ["u", id],
            ["s", "default"]
          ])
        )
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** What the bus and the desktop answer; null where there is no such method. */
function answerTo({ member, body }: Call): Body | null {
  switch (member) {
    case "Hello":
      return [["s", ":1.2"]]
    case "AddMatch":
    case "RemoveMatch":
    case "CloseNotification":
      return []
    case "RequestName":
    case "StartServiceByName":
      return [["u", 1]]
    case "NameHasOwner":
      return [["b", body.includes(NOTIFICATIONS) ? 1 : 0]]
    case "GetNameOwner":
      return body.includes(NOTIFICATIONS) ? [["s", ":1.1"]] : null
    case "ListNames":
    case "ListActivatableNames":
      return [["as", [NOTIFICATIONS]]]
    case "GetCapabilities":
      return [["as", ["actions", "body"]]]
    case "GetServerInformation":
      return ["vigie-test", "vigie", "1", "1.2"].map((text) => ["s", text] as const)
    default:
      return null
  }
}

/** First lines of text, to make acquaintance; then messages. */
function serve(socket: Socket, answer: (call: Call) => Body | null): void {
  let received: Buffer = Buffer.alloc(0)
  let isKnown = false
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk])
    while (!isKnown) {
      const end = received.indexOf("\r\n")
      if (end < 0) return
      const line = received.subarray(0, end).toString().replace("\0", "")
      received = received.subarray(end + 2)
      isKnown = line === "BEGIN"
      if (!isKnown) socket.write(`${welcome(line)}\r\n`)
    }
    for (let next = parseMessage(received); next; next = parseMessage(received)) {
      received = received.subarray(next.size)
      if (next.call) socket.write(replyTo(next.call, answer(next.call)))
    }
  })
}

/** Chromium names itself in one line, Firefox's library (GDBus) asks for the ways first. Whoever can open the socket is welcome. */
function welcome(line: string): string {
  if (line === "AUTH") return "REJECTED EXTERNAL"
  if (line === "AUTH EXTERNAL") return "DATA"
  return /^(AUTH EXTERNAL|DATA)/.test(line) ? `OK ${"0".repeat(32)}` : "ERROR"
}

function replyTo({ serial, destination }: Call, body: Body | null): Buffer {
  const to = { replySerial: serial, sender: destination, destination: ":1.2" }
  return body ? encode(2, to, body) : encode(3, { ...to, error: "org.freedesktop.DBus.Error.UnknownMethod" }, [])
}
