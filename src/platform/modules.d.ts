/** Plasmo's import schemes: `raw:` copies a file into the package and gives its address. */
declare module "raw:*" {
  const address: string
  export default address
}

declare module "*.css"
