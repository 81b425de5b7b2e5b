/** Follows the one-time link, as the browser does; gives the session's cookie. */
export async function enter(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const [cookie = ''] = response.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}
