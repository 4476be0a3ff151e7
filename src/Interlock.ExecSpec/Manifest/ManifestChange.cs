namespace Interlock.ExecSpec.Manifest;

/// <summary>How a folder differs from what was signed.</summary>
public enum ManifestChange
{
    /// <summary>The file is there with other content (EX010).</summary>
    Changed,

    /// <summary>The file is not there (EX011).</summary>
    Missing,

    /// <summary>The file is there and nobody signed it (EX012).</summary>
    Extra,
}
