using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Certificates;

/// <summary>The files of the policy as they were when it was certified. One that is not listed may not be there.</summary>
/// <param name="Files">Paths, digests and sizes.</param>
/// <param name="Roles">One per entry of <paramref name="Files"/>, in its order.</param>
public sealed record CertifiedArtefacts(FolderManifest Files, IReadOnlyList<ArtefactRole> Roles)
{
    /// <summary>Most files that a certificate may list.</summary>
    public const int MostFiles = 16_384;

    /// <summary>Takes the files of a manifest, with roles guessed from their names.</summary>
    public static CertifiedArtefacts Of(FolderManifest files) => new(files, [.. files.Entries.Select(entry => ArtefactRoles.Of(entry.Path))]);
}
