// The tour: nine steps, each told in a line, each with one button that does it for you.

import { fill, h, tap } from "./dom.js";
import { icon } from "./icons.js";
import { announce } from "./live.js";
import { NotThere } from "./player.js";

/** A step's actions; one that names only person, channel and text is one action. */
export const actionsOf = ({ actions, person, channel, types }) =>
  actions ?? [{ as: person, in: channel, types }];

export class Tour {
  #at = 0;
  #done = new Set();
  #playing = null;
  #trouble = null;

  /** `handle` shows the step while the tour is closed; `onMove(n)` hears which step is open, for the address. */
  constructor(holder, world, player, { handle, start = 1, onMove }) {
    Object.assign(this, { holder, world, player, handle, onMove });
    this.#at = start - 1;
    world.on("hello", () => {
      this.#at = Math.max(0, Math.min(this.#at, this.steps.length - 1));
      this.#draw();
    });
  }

  get steps() {
    return this.world.tour;
  }

  #draw() {
    this.#drawHandle();
    if (!this.steps.length)
      return fill(
        this.holder,
        h("p", { class: "tour-empty" }, "This playground has no tour. Type / in the message box to begin."),
      );
    return fill(
      this.holder,
      this.#progress(),
      h(
        "ol",
        { class: "steps", role: "list" },
        this.steps.map((step, at) => this.#step(step, at)),
      ),
    );
  }

  /** Closed to a bar, the tour still says which step it is at and what to look at. */
  #drawHandle() {
    const step = this.steps[this.#at];
    const done = this.#done.has(this.#at) || this.#playing !== null;
    fill(
      this.handle,
      step ? `Step ${this.#at + 1} of ${this.steps.length}: ${done ? step.look : step.title}` : "",
    );
  }

  #progress() {
    const count = this.#done.size;
    const words = count
      ? `${count} of ${this.steps.length} done`
      : `${this.steps.length} steps, about five minutes`;
    return h(
      "div",
      { class: "progress" },
      h("span", {}, words),
      h("progress", { max: this.steps.length, value: count, "aria-label": "Tour progress" }),
    );
  }

  #step(step, at) {
    const open = at === this.#at;
    const done = this.#done.has(at);
    const mark = h(
      "span",
      { class: "step-mark", "aria-hidden": "true" },
      done ? icon("check") : String(step.n ?? at + 1),
    );
    const title = h(
      "button",
      {
        type: "button",
        class: "step-title",
        "aria-expanded": String(open),
        on: { click: () => this.#goTo(at) },
      },
      mark,
      h("span", {}, step.title),
      done && h("span", { class: "visually-hidden" }, " (done)"),
    );
    return h(
      "li",
      { class: ["step", open && "open", done && "done"].filter(Boolean).join(" "), data: { step: at + 1 } },
      title,
      open && this.#body(step, at),
    );
  }

  #body(step, at) {
    const trouble = this.#trouble?.step === at && this.#trouble.words;
    return h(
      "div",
      { class: "step-body" },
      h("p", { class: "look" }, icon("eye"), h("span", {}, step.look)),
      h(
        "ol",
        { class: "deeds" },
        actionsOf(step).map((action, i) => this.#deed(action, i)),
      ),
      trouble && h("p", { class: "trouble", role: "alert" }, icon("warning"), trouble),
      h("div", { class: "step-buttons" }, this.#playButton(step, at), this.#nextButton(at)),
      this.#farewell(at),
    );
  }

  #playButton(step, at) {
    const playing = this.#playing?.step === at;
    const label = playing ? "Playing…" : this.#done.has(at) ? "Do it again" : (step.button ?? "Do it for me");
    const props = {
      class: "button primary step-play",
      disabled: this.#playing !== null,
      data: { testid: "tour-play" },
    };
    return tap(props, () => this.#play(at), icon("play"), label);
  }

  #nextButton(at) {
    if (!this.#done.has(at) || at + 1 === this.steps.length) return null;
    return tap({ class: "button", disabled: this.#playing !== null }, () => this.#goTo(at + 1), "Next step");
  }

  #farewell(at) {
    if (!this.#done.has(at) || at + 1 < this.steps.length) return null;
    return h(
      "p",
      { class: "farewell" },
      "That was the walk. Go on as you like: type / for everything the bot can do. To begin afresh, stop the demo and start it again.",
    );
  }

  #deed(action, i) {
    const state =
      this.#playing && (i < this.#playing.action ? "past" : i === this.#playing.action ? "current" : "");
    return h(
      "li",
      { class: state || null, "aria-current": state === "current" ? "step" : null },
      describe(action, this.world),
    );
  }

  #goTo(at) {
    if (this.#playing) return;
    this.#at = at;
    this.#trouble = null;
    this.#draw();
    this.onMove(at + 1);
    this.holder.querySelector(".step.open .step-title")?.focus({ preventScroll: true });
    this.holder.querySelector(".step.open")?.scrollIntoView({ block: "nearest" });
  }

  async #play(at) {
    const step = this.steps[at];
    this.holder.dispatchEvent(new CustomEvent("playing", { bubbles: true }));
    this.#trouble = null;
    try {
      await this.player.play(actionsOf(step), (action) => this.#progressTo({ step: at, action }));
      this.#done.add(at);
      announce(`Done. ${step.look}`);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      this.#trouble = { step: at, words: error.message };
    } finally {
      this.#progressTo(null);
      this.holder.dispatchEvent(new CustomEvent("played", { bubbles: true }));
    }
  }

  #progressTo(state) {
    this.#playing = state;
    this.#draw();
  }
}

/** An action in words: “Maria in #floor types /visit dana lopes”. */
export function describe(action, world) {
  const who = action.as && (world.findUser(action.as)?.real_name ?? action.as).split(" ")[0];
  const room = action.in && world.findChannel(action.in);
  const where = action.in && (room ? world.titleOf(room) : action.in);
  const place = [who, where && `in ${where}`].filter(Boolean).join(" ");
  const deeds = Object.entries(action).flatMap(([key, value]) => WORDS[key]?.(value, action) ?? []);
  if (!deeds.length) return h("span", {}, [who, `looks into ${where ?? "it"}`].filter(Boolean).join(" "));
  return h(
    "span",
    {},
    place && `${place} `,
    deeds.map((deed, i) => [i ? ", " : "", deed]),
  );
}

const code = (text) => h("code", {}, text);

const WORDS = {
  home: () => ["opens App Home"],
  types: (text) => [["types ", code(text)]],
  shortcut: (name, { on }) => [["uses ", h("b", {}, name), on ? ` on “${on}”` : ""]],
  presses: (label, { on }) => [["presses ", h("b", {}, label), on ? ` on “${on}”` : ""]],
  chooses: ([name, option]) => [["chooses ", h("b", {}, option), ` from ${name}`]],
  fills: (fields) => [`fills ${Object.keys(fields).join(", ")}`],
  submits: () => ["sends the form"],
  closes: () => ["closes the window"],
  clock: (turn) => [`turns the clock ${turnWords(turn)}`],
  look: (text) => [text],
};

const turnWords = (turn) =>
  turn === "next"
    ? "until the next thing happens"
    : typeof turn === "number"
      ? `on by ${Math.round(turn / 60)} minutes`
      : `to ${turn}`;
