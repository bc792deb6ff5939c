// What the bot sends to Slack, in Slack's own types: the one file that the JSON Schema is made from.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';

// Slack's views take any block, also one that does not exist; ours are held to the known ones.
type Known<View> = Omit<View, 'blocks'> & { blocks: KnownBlock[] };

export interface Payloads {
  blocks: KnownBlock[];
  modal: Known<ModalView>;
  home: Known<HomeView>;
  manifest: Manifest;
}
