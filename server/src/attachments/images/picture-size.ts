import { refuseType } from '../file-check.ts';

const maxSide = 30_000;
/** A picture is unpacked to four bytes for each point: this many take 400 MB of whoever opens it. */
const maxPoints = 100_000_000;

/** @throws AppError `attachment_type_refused` for a picture that is empty, or so large that opening it would be an attack */
export function checkPictureSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw refuseType('no_points');
  if (width > maxSide || height > maxSide || width * height > maxPoints) throw refuseType('too_many_points');
}
