/** Whether a language is the one asked for, or a kind of it: `pt-BR` is `pt`. As RFC 4647, 3.3.1 (basic filtering). */
export function isLanguage(language: string, asked: string): boolean {
  const [has, wanted] = [language.toLowerCase(), asked.toLowerCase()];
  return has === wanted || has.startsWith(`${wanted}-`);
}

/** The level somebody has in a skill, compared without case; 0 where they do not have it. */
export function levelOf(skills: Readonly<Record<string, number>>, asked: string): number {
  const wanted = asked.toLowerCase();
  let level = 0;
  for (const skill of Object.keys(skills))
    if (skill.toLowerCase() === wanted) level = Math.max(level, skills[skill] ?? 0);
  return level;
}
