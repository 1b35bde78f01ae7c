import type { ChainLink } from "../../core/explain/chain"
import { countryAs, type Message, message, pascal } from "../../core/text"
import { useSay } from "../context"
import { Part } from "./part"

export function ChainPart({ chain, hostname }: { readonly chain: readonly ChainLink[]; readonly hostname: string }) {
  const say = useSay()
  if (chain.length === 0) return null
  return (
    <Part title={say(message("sectionControl"))}>
      <ol class="chain">
        {chain.map((link) => (
          <li key={`${link.role} ${link.name}`} class={link.outside ? "outside" : ""}>
            <span class="dot" aria-hidden="true" />
            <span>
              {link.name}
              <span class="role">
                {say(roleOf(link, hostname))}
                {link.seat && ` · ${say(message("seatElsewhere", { country: countryAs("name", link.seat) }))}`}
              </span>
            </span>
            {link.country && (
              <span class="country">
                <span aria-hidden="true">{link.country}</span>
                <span class="for-reader">{say(countryName(link.country))}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** In the directory a service is not met at an address. */
function roleOf({ role }: ChainLink, hostname: string): Message {
  return role === "service" && hostname === ""
    ? message("roleServiceHere")
    : message(`role${pascal(role)}`, { hostname })
}

function countryName(country: string) {
  return message("countryName", { country: countryAs("name", country) })
}
