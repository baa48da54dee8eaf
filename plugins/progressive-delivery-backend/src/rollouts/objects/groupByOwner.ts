/** Objects by the uid of each of their owners. */
export function groupByOwner<
  T extends { metadata: { ownerReferences: { uid: string }[] } },
>(objects: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const object of objects) {
    for (const { uid } of object.metadata.ownerReferences) {
      const group = groups.get(uid);
      if (group) {
        group.push(object);
      } else {
        groups.set(uid, [object]);
      }
    }
  }
  return groups;
}
