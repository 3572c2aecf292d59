// Short codes of the emoji a shop's bot is likely to use. Anything else stays as typed, as `:name:`.

const TABLE = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 sweat_smile 😅 joy 😂 rofl 🤣 slightly_smiling_face 🙂
upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 star-struck 🤩 kissing_heart 😘 yum 😋
stuck_out_tongue 😛 hugging_face 🤗 hugs 🤗 thinking_face 🤔 thinking 🤔 neutral_face 😐 expressionless 😑
no_mouth 😶 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪
sleeping 😴 mask 😷 sunglasses 😎 nerd_face 🤓 confused 😕 worried 😟 slightly_frowning_face 🙁
white_frowning_face ☹️ open_mouth 😮 astonished 😲 flushed 😳 pleading_face 🥺 cry 😢 sob 😭 scream 😱
disappointed 😞 sweat 😓 weary 😩 tired_face 😫 triumph 😤 rage 😡 angry 😠 partying_face 🥳 saluting_face 🫡
smiling_face_with_tear 🥲 wave 👋 raised_hand ✋ ok_hand 👌 v ✌️ crossed_fingers 🤞 call_me_hand 🤙
point_left 👈 point_right 👉 point_up 👆 point_up_2 👆 point_down 👇 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎
fist ✊ facepunch 👊 clap 👏 raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 writing_hand ✍️ muscle 💪
eyes 👀 eye 👁️ ear 👂 speaking_head_in_silhouette 🗣️ bust_in_silhouette 👤 busts_in_silhouette 👥
running 🏃 runner 🏃 dancer 💃 walking 🚶 family 👪 baby 👶 heart ❤️ orange_heart 🧡 yellow_heart 💛
green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 broken_heart 💔 two_hearts 💕 sparkling_heart 💖
heartbeat 💓 sparkles ✨ star ⭐ star2 🌟 dizzy 💫 boom 💥 fire 🔥 100 💯 zap ⚡ sunny ☀️ sunrise 🌅
partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ umbrella ☔ snowflake ❄️ rainbow 🌈 crescent_moon 🌙 ocean 🌊
seedling 🌱 herb 🌿 four_leaf_clover 🍀 cactus 🌵 tulip 🌷 rose 🌹 sunflower 🌻 blossom 🌼 bouquet 💐
cherry_blossom 🌸 fallen_leaf 🍂 dog 🐶 cat 🐱 bird 🐦 butterfly 🦋 bee 🐝 honeybee 🐝 turtle 🐢 fish 🐟
apple 🍎 lemon 🍋 strawberry 🍓 cucumber 🥒 bread 🍞 croissant 🥐 cheese 🧀 pizza 🍕 cake 🍰 birthday 🎂
cookie 🍪 doughnut 🍩 chocolate_bar 🍫 coffee ☕ tea 🍵 beer 🍺 wine_glass 🍷 champagne 🍾 clinking_glasses 🥂
fork_and_knife 🍴 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 ribbon 🎀 trophy 🏆 medal 🏅 first_place_medal 🥇
second_place_medal 🥈 third_place_medal 🥉 sports_medal 🏅 soccer ⚽ dart 🎯 art 🎨 musical_note 🎵 notes 🎶
ticket 🎫 admission_tickets 🎟️ label 🏷️ shopping_bags 🛍️ shopping_trolley 🛒 handbag 👜 high_heel 👠
athletic_shoe 👟 mans_shoe 👞 boot 👢 shirt 👕 dress 👗 eyeglasses 👓 ring 💍 gem 💎 crown 👑 umbrella_with_rain_drops ☔
house 🏠 department_store 🏬 convenience_store 🏪 hotel 🏨 door 🚪 bed 🛏️ chair 🪑 bellhop_bell 🛎️ key 🔑 lock 🔒
unlock 🔓 bicycle 🚲 car 🚗 bus 🚌 airplane ✈️ rocket 🚀 ship 🚢 world_map 🗺️ round_pushpin 📍 pushpin 📌
phone ☎️ telephone ☎️ telephone_receiver 📞 iphone 📱 calling 📲 computer 💻 email 📧 e-mail 📧 envelope ✉️
incoming_envelope 📨 love_letter 💌 mailbox 📫 postbox 📮 package 📦 memo 📝 pencil 📝 pencil2 ✏️ page_facing_up 📄
clipboard 📋 card_index 📇 card_file_box 🗃️ file_folder 📁 open_file_folder 📂 bookmark 🔖 books 📚 book 📖
calendar 📆 date 📅 spiral_calendar_pad 🗓️ bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉
mag 🔍 mag_right 🔎 bulb 💡 bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 speech_balloon 💬 thought_balloon 💭
hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ clock9 🕘 clock3 🕒
zzz 💤 moneybag 💰 dollar 💵 euro 💶 credit_card 💳 receipt 🧾 scissors ✂️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️
gear ⚙️ link 🔗 paperclip 📎 wastebasket 🗑️ broom 🧹 test_tube 🧪 pill 💊 adhesive_bandage 🩹 thread 🧵
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ warning ⚠️
no_entry ⛔ no_entry_sign 🚫 exclamation ❗ heavy_exclamation_mark ❗ question ❓ grey_question ❔ bangbang ‼️
information_source ℹ️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_forward ▶️
arrows_counterclockwise 🔄 leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ repeat 🔁 heavy_plus_sign ➕
heavy_minus_sign ➖ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢
large_blue_circle 🔵 large_purple_circle 🟣 white_circle ⚪ black_circle ⚫ large_green_square 🟩
small_blue_diamond 🔹 small_orange_diamond 🔸 checkered_flag 🏁 triangular_flag_on_post 🚩 robot_face 🤖 ghost 👻
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ footprints 👣 compass 🧭 candle 🕯️ dove_of_peace 🕊️ mortar_board 🎓
`;

const WORDS = TABLE.trim().split(/\s+/);
const CODES = new Map();
for (let i = 0; i < WORDS.length; i += 2) CODES.set(WORDS[i], WORDS[i + 1]);

/** The character for a short code (without colons; skin tone ignored), or null when it is not in the table. */
export function emoji(name) {
  return CODES.get(name.split("::")[0]) ?? null;
}

/** Replace every known `:code:` in plain text. */
export function emojify(text) {
  return text.replace(/:([a-z0-9_+'-]+)(?:::skin-tone-\d)?:/g, (whole, name) => emoji(name) ?? whole);
}

/** What the reaction picker offers first. */
export const REACTIONS = [
  "+1",
  "tada",
  "heart",
  "clap",
  "raised_hands",
  "eyes",
  "white_check_mark",
  "pray",
  "star",
  "joy",
];
