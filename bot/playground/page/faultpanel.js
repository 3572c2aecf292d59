// “Make Slack misbehave”: faults on demand, to see that nothing is lost and nothing is said twice.

import { fill, h, uid } from "./dom.js";

const METHODS = [
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
  "views.open",
  "views.publish",
  "conversations.history",
  "auth.test",
];

export class FaultPanel {
  constructor(holder, world, connection) {
    Object.assign(this, { holder, world, connection });
    this.state = h("div", { class: "fault-state", "aria-live": "polite" });
    world.on("hello", () => this.#draw());
    world.on("faults", () => this.#drawState());
  }

  #draw() {
    const { kinds = [] } = this.world.faults ?? {};
    this.holder.hidden = !kinds.length;
    if (!kinds.length) return;
    fill(this.holder, h("summary", {}, "Make Slack misbehave"), this.#form(kinds), this.state);
    this.#drawState();
  }

  #form(kinds) {
    const kind = h(
      "select",
      { class: "field", on: { change: () => explain() } },
      kinds.map((one) => choice(one.kind, one.label || one.kind)),
    );
    const method = h(
      "select",
      { class: "field" },
      choice("", "any call"),
      METHODS.map((name) => choice(name, name)),
    );
    const count = h("input", { class: "field", type: "number", min: "1", max: "99", value: "1" });
    const about = h("p", { class: "hint" });
    const explain = () => {
      const { about: words, where } = kinds.find((one) => one.kind === kind.value);
      fill(about, words ?? "");
      method.disabled = where === "socket";
    };
    const add = (event) => {
      event.preventDefault();
      this.#add(kind.value, method.disabled ? "" : method.value, count.value);
    };
    explain();
    const pair = h("div", { class: "pair" }, named("On which call", method), named("How often", count));
    const button = h("button", { type: "submit", class: "button" }, "Do it");
    return h("form", { on: { submit: add } }, named("What goes wrong", kind), about, pair, button);
  }

  #add(kind, method, count) {
    this.connection.send({
      type: "fault",
      fault: { kind, method: method || null, count: Number(count) || 1 },
    });
  }

  #drawState() {
    const { active = [], connections, posted } = this.world.faults ?? {};
    const clear = () => this.connection.send({ type: "fault", clear: true });
    const labels = new Map(this.world.faults.kinds.map(({ kind, label }) => [kind, label]));
    const line = ({ kind, method, left, probability }) => {
      const often = left ? `${left} more` : probability ? `${Math.round(probability * 100)} %` : "next call";
      return h("li", {}, `${labels.get(kind) ?? kind}, ${method ?? "any call"}: ${often}`);
    };
    fill(
      this.state,
      active.length > 0 && [
        h("ul", {}, active.map(line)),
        h("button", { type: "button", class: "button small", on: { click: clear } }, "Behave again"),
      ],
      connections !== undefined &&
        h(
          "p",
          { class: "hint" },
          `${connections} bot connection${connections === 1 ? "" : "s"} · ${posted} calls in the ledger`,
        ),
    );
  }
}

const choice = (value, words) => h("option", { value }, words);

function named(words, field) {
  field.id = uid("fault");
  return h("label", { for: field.id }, h("span", { class: "label" }, words), field);
}
