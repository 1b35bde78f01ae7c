/** Real addresses for the tour and the end-to-end tests, with the verdict that each must get on 24 November 2026. */
export const sites = [
  ["https://www.tchap.gouv.fr/", "public-eu"],
  ["https://visio.numerique.gouv.fr/", "public-eu"],
  ["https://www.impots.gouv.fr/", "public-eu"],
  ["https://commission.europa.eu/", "public-eu"],
  ["https://console.cloud.s3nscloud.fr/", "qualified"],
  ["https://api.cloudgouv-eu-west-1.outscale.com/", "qualified"],
  ["https://fr.outscale.com/", "eu-controlled"],
  ["https://www.scaleway.com/fr/", "eu-controlled"],
  ["https://www.bleucloud.fr/", "eu-dependent"],
  ["https://www.deepl.com/fr/translator", "eu-dependent"],
  ["https://mail.proton.me/u/0/inbox", "adequate-third"],
  ["https://app.slack.com/client/T1/C1", "foreign-law"],
  ["https://docs.google.com/document/d/1", "foreign-law"],
  ["https://teams.microsoft.com/v2/", "foreign-law"],
  ["https://contoso.sharepoint.com/sites/a", "foreign-law"],
  ["https://eu-west-3.console.aws.amazon.com/", "foreign-law"],
  ["https://monday.com/", "foreign-law"],
  ["https://console.huaweicloud.com/", "high-risk"],
  ["https://www.zte.com.cn/", "high-risk"],
  ["https://chat.deepseek.com/", "high-risk"],
  ["https://jitsi.example.org/room", "unknown"]
] as const
