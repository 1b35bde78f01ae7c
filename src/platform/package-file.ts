/** A JSON file of the package itself: the request does not leave it. Rejects when the file is missing or broken (a damaged package). */
export async function readPackageFile<Content>(address: string): Promise<Content> {
  const response = await fetch(address)
  return (await response.json()) as Content
}
