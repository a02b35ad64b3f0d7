import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const URDU: Language = {
  code: "ur",
  share: 0.02,
  zones: [5],
  gap: " ",
  places: words("لاہور|کراچی|کوئٹہ|پشاور|ملتان|فیصل آباد|حیدرآباد|سکھر|گوادر|مری"),
  firstNames: words("علی|سارہ|حمزہ|عائشہ|بلال|مریم|عمر|زینب|فہد|نادیہ|کاشف|ثنا"),
  lastNames: words("خان|ملک|بلوچ|شیخ|قریشی|چوہدری|بٹ|میر|سید|مرزا|اعوان|راجہ"),
  words: {
    quality: words("زبردست|عجیب|سست|خوبصورت|مہنگا|سادہ|مشکل|تازہ|کمال|خراب|پرسکون|شاندار|عام|نیا"),
    when: words(
      "آج صبح|کل رات|پورے ہفتے|منگل سے|کھانے کے بعد|اس سال|چھٹی کے دن|پہلی بار|سونے سے پہلے|مارچ سے|جمعے کو|بارش میں",
    ),
    who: words("میرا بھائی|پڑوسی|میری امی|ایک دوست|باس|بچے|میرا کزن|استاد صاحب|<name>|<name>|دفتر والے"),
    place: words("<town>|<town>|<town>|بازار|اسٹیشن|پارک|گلی"),
    view: words(
      "واقعی قابل دید|امید کے خلاف|توقع سے بہتر|کافی الجھا ہوا|بالکل ٹھیک|سوچ سے مشکل|بہت دیر سے|چھوٹا سا معجزہ|قسمت کی بات|دن کا بہترین حصہ",
    ),
    lead: words("سچ کہوں تو|ویسے|یاد دہانی:|سوال:|دیکھیں،|مختصر یہ کہ"),
    mood: words("😂|❤️|🔥|😅|👏|🤔|✨|🎉|☕"),
  },
  statements: words(
    "<lead> <when> <place> میں <thing> <quality> تھا|<who> نے <when> <doing> شروع کیا، <view>|# منٹ <doing>، <view>|<place> میں <doing> <view>|<thing> <when> اتنا <quality> کیوں ہے؟|<who> کہتے ہیں <thing> <quality> ہے، میرے خیال میں <view>|# سال سے <doing> اور <thing> اب بھی <quality>|<when> <who> کے ساتھ <doing>، <view>|<entity> اور <thing>، <view>|<lead> <place> میں # لوگ <doing> کر رہے تھے",
  ),
  additions: words(
    "اور <thing>؟ <view>۔|پھر کبھی نہیں۔|<who> بھی متفق ہیں۔|تصویریں بعد میں۔|صرف # باقی ہیں۔|اب <doing>۔|اگلی منزل <place>۔",
  ),
  replies: words(
    "یہاں بھی <thing> <quality> تھا|ہاہا <who> نے <when> یہی کہا|میں متفق نہیں، <view>|<place> میں کہاں؟|<doing> کر کے دیکھیں <when>|<thing> <when> واقعی <quality> ہے|بالکل، <doing> <view>|# لوگ؟ <place> میں؟",
  ),
  comments: words("یہ <view> ہے|<lead> یہ <thing> کی کہانی ہے|<who> نے <when> بھیجا|<quality> مگر <thing> کم ہے"),
  stock: words("صبح بخیر|سالگرہ مبارک!|شب بخیر|شکریہ!|جمعہ مبارک|مبارک ہو 🎉|بالکل"),
  bios: words("<town> سے|<doing> اور چائے|ذاتی رائے|طالب علم، <town>|<thing> کا شوقین"),
  topics: [
    {
      name: "روزمرہ",
      hashtags: words("کرکٹ|موسم|مہنگائی|چائے|بجلی|ڈرامہ"),
      words: {
        thing: words("میچ|موسم|چائے|بجلی کا بل|ڈرامہ|ٹریفک|پکوان|کھیل|بازار کا بھاؤ|امتحان|گانا|سفر"),
        doing: words("کرکٹ دیکھنا|چائے پینا|بس کا انتظار|خریداری|ڈرامہ دیکھنا|گپ شپ|سیر کرنا|پڑھائی"),
      },
    },
  ],
};
