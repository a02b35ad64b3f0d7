import { entriesOf } from "../../text/lexicon.ts";

/** What people say who learn to post: classes, workshops, first steps. */
export const TRAINING_WORDS = entriesOf(`
  training, workshop, workshops, classroom, lesson, lessons, trainer, trainees, students, learning, learning to,
  learnt, learned, teaching, teacher, exercise, first post, first tweet, my first, hello world, bootcamp, seminar,
  schulung, kurs, lerne, gelernt, übung, mein erster, taller, clase, aprendiendo, aprender, mi primer, atelier,
  formation, apprend*, mon premier, corso, lezione, imparando, oficina, aula, aprendendo, обучени*, курс, курсы, урок*,
  мой первый, первый пост, учусь, تدريب, ورشة, دورة, درس, 培训, 课程, 学习, 研修, 授業, 練習, 교육, 수업, 연습, eğitim, atölye,
  pelatihan, kelas, belajar, प्रशिक्षण
`);
