import { entriesOf } from "../../text/lexicon.ts";

/** What people say who learn to post: classes, workshops, first steps. */
export const TRAINING_WORDS = entriesOf(`
  training, training day, workshop, workshops, classroom, trainer, trainers, trainees, learning to, learning how,
  here to learn, first post, first tweet, first message, my first, test post, hello world, bootcamp, schulung,
  lehrgang, mein erster, mein erster beitrag, erster post, taller de, primer mensaje, mi primer, aprendiendo,
  atelier de, mon premier, premier message, corso di, il mio primo, imparando, oficina de, aprendendo,
  meu primeiro, обучени*, мастер-класс, мой первый, первый пост, учусь, تدريب, ورشة عمل, دورة تدريبية,
  منشوري الأول, 培训, 课程, 第一条, 研修, 授業, 初投稿, 교육생, 첫 글, 워크숍, atölye çalışması, ilk paylaşımım, pelatihan,
  belajar menggunakan, प्रशिक्षण
`);
