// “Make Slack misbehave”: faults on demand, to see that nothing is lost and nothing is said twice.

import { fill, h, uid } from "./dom.js";

const METHODS = ["chat.postMessage", "chat.postEphemeral", "chat.update", "views.open", "views.publish", "conversations.history", "auth.test"];

export class FaultPanel {
  constructor(holder, world, connection) {
    Object.assign(this, { holder, world, connection });
    this.form = null;
    this.state = h("div", { class: "fault-state", "aria-live": "polite" });
    world.on("hello", () => this.#draw());
    world.on("faults", () => this.#drawState());
  }

  #draw() {
    const { faults } = this.world;
    this.holder.hidden = !faults?.kinds?.length;
    if (this.holder.hidden) return;
    const kinds = h("select", { class: "field", on: { change: () => explain() } }, faults.kinds.map(({ kind, label }) => h("option", { value: kind }, label || kind)));
    const method = h("select", { class: "field" }, h("option", { value: "" }, "any call"), METHODS.map((name) => h("option", { value: name }, name)));
    const count = h("input", { class: "field", type: "number", min: "1", max: "99" });
    count.value = "1";
    const about = h("p", { class: "hint" });
    const explain = () => {
      const kind = faults.kinds.find((one) => one.kind === kinds.value);
      fill(about, kind.about ?? "");
      method.disabled = kind.where === "socket";
    };
    const add = (event) => {
      event.preventDefault();
      this.connection.send({ type: "fault", fault: { kind: kinds.value, method: method.disabled ? null : method.value || null, count: Number(count.value) || 1 } });
    };
    fill(this.holder, h("summary", {}, "Make Slack misbehave"),
      h("form", { on: { submit: add } }, named("What goes wrong", kinds), about,
        h("div", { class: "pair" }, named("On which call", method), named("How often", count)),
        h("button", { type: "submit", class: "button" }, "Do it")),
      this.state);
    explain();
    this.#drawState();
  }

  #drawState() {
    const { active = [], connections, posted } = this.world.faults ?? {};
    const clear = () => this.connection.send({ type: "fault", clear: true });
    const labels = new Map(this.world.faults.kinds.map(({ kind, label }) => [kind, label]));
    const line = ({ kind, method, left, probability }) => {
      const often = left ? `${left} more` : probability ? `${Math.round(probability * 100)} %` : "next call";
      return h("li", {}, `${labels.get(kind) ?? kind}, ${method ?? "any call"}: ${often}`);
    };
    fill(this.state,
      active.length > 0 && [h("ul", {}, active.map(line)), h("button", { type: "button", class: "button small", on: { click: clear } }, "Behave again")],
      connections !== undefined && h("p", { class: "hint" }, `${connections} bot connection${connections === 1 ? "" : "s"} · ${posted} calls in the ledger`));
  }
}

function named(words, field) {
  field.id = uid("fault");
  return h("label", { for: field.id }, h("span", { class: "label" }, words), field);
}
