import type { SelectOptions } from "../commands/selectEndpoint.ts";
import type { CommandHandler } from "../runCommand.ts";
import type { EndpointTools } from "./endpointTools.ts";

/** Where text goes: added, chosen, tested and removed. Rarely used, and so loaded with the first use. */
export function createEndpointCommands(tools: EndpointTools & SelectOptions) {
  return {
    addEndpoint: async () => (await import("../commands/addEndpoint.ts")).addEndpoint(tools),
    selectEndpoint: async (argument) => (await import("../commands/selectEndpoint.ts")).selectEndpoint(tools, argument),
    testEndpoint: async (argument) => (await import("../commands/testEndpoint.ts")).testEndpoint(tools, argument),
    removeEndpoint: async (argument) => (await import("../commands/removeEndpoint.ts")).removeEndpoint(tools, argument),
    setApiKey: async (argument) => (await import("../commands/setApiKey.ts")).setApiKey(tools.keys, argument),
  } satisfies Record<string, CommandHandler>;
}
