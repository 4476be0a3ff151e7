namespace Interlock.Datasets.Hub;

/// <summary>A file of a dataset as the Hub lists it.</summary>
/// <param name="Path">Slash-separated path in the dataset; safe to use below a folder.</param>
/// <param name="Bytes">Size of the content.</param>
/// <param name="BlobName">Name of its content in the cache: the etag, a hash in hexadecimal.</param>
/// <param name="Sha256">Hash of the content for large files (LFS), lower-case hexadecimal; null for small ones, whose etag is a git
/// hash.</param>
internal sealed record HubFile(string Path, long Bytes, string BlobName, string? Sha256);
