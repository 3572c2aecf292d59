// One place that shows blocks: a message, a modal or App Home. It keeps what is chosen there, asks before what
// wants a confirmation, and tells the server.

import { askConfirm } from "./dialogs.js";
import { announce } from "./live.js";
import { Values } from "./values.js";

/** True where the app hears of every choice at once; a form's fields wait for its submit. */
export const acts = (block) => block.type !== "input" || Boolean(block.dispatch_action);

export class Surface {
  values = new Values();
  blocks = [];

  /**
   * `container`: as Slack names it, {type: "message", channel, ts} or {type: "view", view_id}. `headingLevel`:
   * what a header block is in the outline of the page around it.
   */
  constructor(container, world, connection, headingLevel = 3) {
    Object.assign(this, { container, world, connection, headingLevel });
  }

  /** Blocks are about to be drawn (again). Inputs that stay keep what is typed in them. */
  show(blocks) {
    this.blocks = blocks;
    this.values.keepOnly(blocks);
  }

  get state() {
    return this.values.state(this.blocks);
  }

  /** An element got a new value; `revert` puts the old one back when the person says no. */
  async changed(block, element, piece, { node, revert }) {
    const before = this.values.get(block, element);
    this.values.set(block, element, piece);
    if (!acts(block)) return;
    if (await this.act(block, element, piece, node)) return;
    this.values.set(block, element, before);
    revert?.();
  }

  /** Tell the app that something was pressed or chosen. False when the person did not confirm. */
  async act(block, element, piece, node) {
    if (element.confirm && !(await askConfirm(element.confirm, this.world))) return false;
    const { block_id } = block;
    const frame = {
      type: "action",
      container: this.container,
      block_id,
      action_id: element.action_id,
      element: { type: element.type, ...piece },
    };
    await busy(node, this.connection.ask({ ...frame, state: this.state }));
    return true;
  }

  /** Ask the app for options; resolves with Slack's options or option_groups, or throws the reason. */
  suggest(block, element, value) {
    const { block_id } = block;
    return this.connection.suggest({
      container: this.container,
      block_id,
      action_id: element.action_id,
      value,
    });
  }
}

/** Show on `node` that the app is being asked; resolves with false when it did not answer. */
export async function busy(node, answer) {
  node.classList.remove("failed");
  node.setAttribute("aria-busy", "true");
  const { error } = await answer;
  node.removeAttribute("aria-busy");
  if (error) {
    node.classList.add("failed");
    node.title = `The app did not answer (${error})`;
    announce(node.title);
  }
  return !error;
}
