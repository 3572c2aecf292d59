// Plays a step of the tour: does on the page, visibly, what a person would do by hand. An action is an object with
// one or more of the keys of DEEDS, done in that order. The format is told in docs/playground-protocol.md.

import { calm, sleep } from "./dom.js";

const KEY_PAUSE = 22;
const LOOK_PAUSE = 350;
const PATIENCE = 8000;

/** Something the step wanted to press or fill was not there. */
export class NotThere extends Error {}

export class Player {
  /** `stage`: {world, connection, composer, modal, clock, become, openChannel, openHome}. */
  constructor(stage) {
    this.stage = stage;
  }

  async play(actions, onAction) {
    for (const [at, action] of actions.entries()) {
      onAction(at);
      await this.#do(action);
    }
  }

  async #do(action) {
    for (const [key, deed] of Object.entries(DEEDS)) {
      if (action[key] === undefined || action[key] === null || action[key] === false) continue;
      await deed(this.stage, action[key], action);
      await pause(LOOK_PAUSE);
    }
  }
}

const pause = (ms) => sleep(calm() ? 0 : ms);

/** Wait until `find` finds something; throws NotThere with the sentence after eight seconds. */
async function until(find, sentence) {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const found = find();
    if (found) return found;
    await sleep(50);
  }
  throw new NotThere(sentence);
}

const DEEDS = {
  async as({ world, become }, word) {
    const user = world.findUser(word);
    if (!user) throw new NotThere(`There is no ${word} here.`);
    if (user.id !== world.me) await become(user.id);
  },

  async in({ world, openChannel }, word) {
    const channel = world.findChannel(word);
    if (!channel) throw new NotThere(`${word} is not open to this person.`);
    await openChannel(channel.id);
  },

  async home({ openHome }) {
    await openHome();
  },

  async types({ composer }, text) {
    for (let end = 1; end <= text.length; end += 1) {
      composer.set(text.slice(0, end));
      await pause(KEY_PAUSE);
    }
    await pause(LOOK_PAUSE);
    await composer.send();
  },

  async shortcut({ world, connection }, name, { on }) {
    const shortcut = world.shortcuts.find((one) => one.name === name);
    if (!shortcut) throw new NotThere(`There is no shortcut “${name}”.`);
    const frame = { type: "shortcut", callback_id: shortcut.callback_id };
    if (!on) return connection.ask(frame);
    const row = await until(
      () => lastOf(rows(), (node) => node.textContent.includes(on)),
      `No message here says “${on}”.`,
    );
    await point(row);
    return connection.ask({
      ...frame,
      channel: row.closest("[data-channel]").dataset.channel,
      ts: row.dataset.ts,
    });
  },

  async presses(stage, label, { on }) {
    const find = () => until(
      () => {
        const fits = buttons().filter((node) => !on || rowOf(node)?.textContent.includes(on));
        return lastOf(fits, (node) => words(node) === label) ?? lastOf(fits, (node) => words(node).startsWith(label));
      },
      `There is no button “${label}” to press${on ? ` on “${on}”` : ""}.`,
    );
    await press(await find(), find);
  },

  async chooses(stage, [name, option]) {
    const field = await until(
      () => lastOf(visible("[role=combobox], [aria-haspopup=menu]"), (node) => nameOf(node) === name),
      `There is no list “${name}”.`,
    );
    await choose(field, option);
  },

  async fills(stage, fields) {
    for (const [label, text] of Object.entries(fields)) {
      const block = await until(
        () => visible("[data-label]").find((node) => node.dataset.label === label),
        `There is no field “${label}”.`,
      );
      await fillField(block, text);
    }
  },

  async submits({ modal }) {
    const button = await until(() => visible("[data-testid=modal-submit]")[0], "There is no form to send.");
    await press(button);
    await until(
      () => !modal.isOpen || !button.isConnected || document.querySelector(".invalid"),
      "The form is still open.",
    );
  },

  async closes({ modal }) {
    document.querySelector("#modal .modal-close")?.click();
    await until(() => !modal.isOpen, "The window is still open.");
  },

  async clock({ clock }, turn) {
    await clock.turn(turnOf(turn));
  },

  async waits(stage, text) {
    await until(
      () => lastOf(rows(), (node) => node.textContent.includes(text)),
      `“${text}” has not appeared.`,
    );
  },
};

/** “next”, a number of seconds, or a moment in words such as “tomorrow 08:30”. */
const turnOf = (turn) =>
  turn === "next" ? { next: true } : typeof turn === "number" ? { advance_seconds: turn } : { to: turn };

const rows = () => [...document.querySelectorAll("[data-testid=message]")];

const rowOf = (node) => node.closest("[data-testid=message]");

const lastOf = (nodes, fits) => nodes.filter(fits).at(-1);

/** Everything of a kind that can be used now: in the topmost dialog where one is open, else on the page. */
function visible(selector) {
  const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.getElementById("main");
  return [...root.querySelectorAll(selector)].filter((node) => node.getClientRects().length);
}

const buttons = () => visible("button:not(.icon-button):not(:disabled), .file");
const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
/** What a field is called, without the mark that it may be left out. */
function nameOf(node) {
  const label = document.getElementById(node.getAttribute("aria-labelledby"))?.textContent;
  return (node.getAttribute("aria-label") ?? label ?? "").replace(/ \(optional\)$/, "");
}

async function point(node) {
  node.scrollIntoView({ block: "nearest" });
  node.classList.add("pointed-at");
  await pause(650);
  node.classList.remove("pointed-at");
}

/** Press a button where people can see it, and wait until the app has answered; one drawn anew meanwhile is found again. */
async function press(button, again) {
  await point(button);
  if (!button.isConnected && again) return press(await again(), again);
  button.click();
  await sleep(30);
  await until(() => !button.isConnected || !button.getAttribute("aria-busy"), "The app has not answered.");
}

async function choose(field, option) {
  field.scrollIntoView({ block: "nearest" });
  field.focus();
  field.click();
  if (field.matches("[aria-haspopup=menu]"))
    return press(
      await until(
        () =>
          lastOf([...document.querySelectorAll("[role=menuitem]")], (node) => words(node).startsWith(option)),
        `“${option}” is not in the list.`,
      ),
    );
  field.value = option;
  field.dispatchEvent(new Event("input"));
  const list = document.getElementById(field.getAttribute("aria-controls"));
  const found = await until(
    () => [...list.querySelectorAll(".picker-option")].find((node) => words(node).startsWith(option)),
    `“${option}” is not in the list.`,
  );
  found.click();
  await pause(LOOK_PAUSE);
  field.blur();
  return found;
}

async function fillField(block, text) {
  const combobox = block.querySelector("[role=combobox]");
  if (combobox) return choose(combobox, text);
  const box = [...block.querySelectorAll(".choice")].find((node) => words(node).startsWith(text));
  if (box) return box.querySelector("input").click();
  return typeInto(block.querySelector("input, textarea"), text);
}

async function typeInto(field, text) {
  field.scrollIntoView({ block: "nearest" });
  field.focus();
  const steps = /^(date|time)/.test(field.type) ? [text] : [...text].map((_, end) => text.slice(0, end + 1));
  for (const step of steps) {
    field.value = step;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await pause(KEY_PAUSE / 2);
  }
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
