import type { Logger } from "../../core/log.ts";
import type { DetectLanguage } from "../../core/writing/languageDetector.ts";
import type { ApiKeys } from "../apiKeys.ts";
import type { Connections } from "../connections.ts";
import type { LearnedServers } from "../learnedServers.ts";
import type { Machine } from "../machine.ts";
import type { SendPermission } from "../sendPermission.ts";

/** What the endpoint commands stand on. */
export interface EndpointTools {
  readonly connections: Connections;
  readonly keys: ApiKeys;
  readonly permission: SendPermission;
  readonly learned: LearnedServers;
  readonly machine: Machine;
  readonly detectLanguage: DetectLanguage;
  readonly log: Logger;
  readonly downloadModel: (id: string | undefined) => Promise<void>;
}
