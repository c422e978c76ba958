/** Hands `text` to the browser as a file to keep. */
export function saveFile(name: string, text: string, mediaType = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
