import { z } from 'zod';
import { desk, idSchema } from './common.ts';

export const queueSchema = z.object({ id: idSchema, name: z.string().min(1).max(200) });
export type Queue = z.infer<typeof queueSchema>;

export const directoryContract = {
  queues: desk.route({ summary: 'All queues, by name.' }).output(z.object({ queues: z.array(queueSchema) })),
  queueCreate: desk
    .route({ summary: 'A new queue. Its name must be free.' })
    .input(z.object({ name: z.string().trim().min(1).max(200) }))
    .output(queueSchema),
};
