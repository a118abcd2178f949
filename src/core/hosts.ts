/** Somebody who runs open models for others, and where they are. */
export interface Host {
  /** As it is shown to users, and as an endpoint there is called. */
  readonly name: string;
  /** The company that text goes to. */
  readonly operator: string;
  /** Where that company is, and whose law it is under, by ISO 3166-1. */
  readonly country: string;
  /** Where it says that requests are worked on: `Europe` is more than the EU; `undefined` where it promises no place. */
  readonly servers: "EU" | "Europe" | undefined;
  readonly url: string;
  readonly key: "required" | "optional";
  /** Where these facts are from. */
  readonly source: string;
}

/** European hosts, by name. */
export const HOSTS: readonly Host[] = [
  {
    name: "Mistral",
    operator: "Mistral AI",
    country: "FR",
    // Its endpoint for the whole world: that of a region is another one.
    servers: undefined,
    url: "https://api.mistral.ai/v1",
    key: "required",
    source: "https://docs.mistral.ai/studio-api/regional-inference",
  },
  {
    name: "Mistral Europe",
    operator: "Mistral AI",
    country: "FR",
    // Data centres in countries of the EU and EFTA.
    servers: "Europe",
    url: "https://api.eu.mistral.ai/v1",
    key: "required",
    source: "https://docs.mistral.ai/studio-api/regional-inference",
  },
  {
    name: "OVHcloud",
    operator: "OVHcloud",
    country: "FR",
    // Gravelines, in France.
    servers: "EU",
    url: "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1",
    key: "optional",
    source: "https://help.ovhcloud.com/csm/en-public-cloud-ai-endpoints-capabilities",
  },
  {
    name: "Scaleway",
    operator: "Scaleway",
    country: "FR",
    // "European data centers", and no more than that.
    servers: "Europe",
    url: "https://api.scaleway.ai/v1",
    key: "required",
    source: "https://www.scaleway.com/en/docs/generative-apis/quickstart/",
  },
];

/** The host whose service has just this origin; a look-alike is none. */
export function findHost(origin: string): Host | undefined {
  return HOSTS.find(({ url }) => new URL(url).origin === origin);
}

/** Whether a country is a member of the European Union, by its ISO 3166-1 code. */
export function isInEuropeanUnion(country: string): boolean {
  return MEMBERS.has(country);
}

// biome-ignore format: a list of 27 lines says no more than two.
const MEMBERS: ReadonlySet<string> = new Set([
  "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
  "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
]);
