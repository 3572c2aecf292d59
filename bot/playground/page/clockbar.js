// The clock to turn: shows the playground's time and moves it.

import { city, clockTime, fullMoment, shortDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { announce } from "./live.js";

const TURNS = [
  { name: "+1 hour", short: "+1 hour", icon: "forward", turn: { advance_seconds: 3600 } },
  { name: "Tomorrow 8:30", short: "8:30", icon: "sunrise", turn: { to: "tomorrow 08:30" } },
  { name: "Until the next thing happens", short: "Next", icon: "bolt", turn: { next: true } },
];

export class ClockBar {
  constructor(holder, world, connection) {
    Object.assign(this, { holder, world, connection });
    this.face = h("time", { class: "clock-face", data: { testid: "clock" } });
    world.on("hello", () => this.#draw());
    world.on("clock", () => this.#tick());
    setInterval(() => this.#tick(), 1000);
  }

  #draw() {
    const turns = this.world.canTurnClock ? TURNS.map((turn) => this.#button(turn)) : [];
    fill(this.holder, icon("clock"), this.face, h("div", { class: "clock-turns" }, turns));
    this.#tick();
  }

  #button({ name, short, icon: sign, turn }) {
    const click = () => this.turn(turn);
    return h(
      "button",
      { type: "button", class: "clock-turn", "aria-label": name, title: name, on: { click } },
      icon(sign),
      h("span", { class: "long" }, name),
      h("span", { class: "short" }, short),
    );
  }

  /** Turn the clock, and say the new time. Resolves when the server has done so, or has said why not. */
  async turn(turn) {
    const answered = new Promise((resolve) => {
      for (const type of ["clock", "notice"]) this.world.addEventListener(type, resolve, { once: true });
    });
    this.connection.send({ type: "clock", ...turn });
    await answered;
    announce(`It is now ${fullMoment(this.world.now, this.world.zone)}`);
  }

  #tick() {
    const { now, zone } = this.world;
    const text = `${shortDay(now, zone)}, ${clockTime(now, zone)}`;
    if (this.face.dataset.shown === text) return;
    this.face.dataset.shown = text;
    this.face.dateTime = now.toISOString();
    this.face.title = `${fullMoment(now, zone)} (${zone})`;
    fill(this.face, text, h("span", { class: "clock-zone" }, city(zone)));
  }
}
