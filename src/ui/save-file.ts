/** Hands the person a file that was made on this page. Nothing is requested: the content is in memory. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // the browser reads the file after the press; a minute is plenty
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
