/** Whoever uses the desk: nobody it knows (the coordinator whose desk it is), or one of its people with their role. */
export type Viewer = { readonly id: string | null; readonly role: string | null };

/** Words of a role that leads others. */
const leading = /\b(coordinator|supervisor|manager|lead|leader|head|trainer|coach|quality|qa)\b/i;

/** Whether somebody leads others, so that they see who is coached. Nobody known is the coordinator. SPEC COA-1. */
export const isLead = ({ id, role }: Viewer): boolean => id === null || (role !== null && leading.test(role));

/** Whether the page of somebody, their sessions, goals and praise are for the viewer: their own, or any where they lead. SPEC COA-2. */
export const maySee = (viewer: Viewer, personId: string): boolean => isLead(viewer) || viewer.id === personId;

/** What may be done as well: an agent reads and acknowledges, and ticks off their own actions; the rest is the coach's. */
export const mayChange = (viewer: Viewer): boolean => isLead(viewer);
