namespace Interlock.ExecSpec.Import;

/// <summary>What an import may cost. The bounds are far above any checkpoint known; they keep hostile files from costing more than their size.</summary>
internal static class ImportLimits
{
    /// <summary>Largest JSON file in bytes.</summary>
    public const int JsonBytes = 64 << 20;

    /// <summary>Deepest nesting of JSON.</summary>
    public const int JsonDepth = 64;

    /// <summary>Most keys of JSON objects that are open at one time.</summary>
    public const int OpenKeys = 1 << 18;

    /// <summary>Longest key of a JSON object, in bytes.</summary>
    public const int NameBytes = 1024;

    /// <summary>Longest text that is taken from a file, in bytes of JSON.</summary>
    public const int TextBytes = 1 << 16;

    /// <summary>Most entries of one source.</summary>
    public const int Entries = 256;

    /// <summary>Most channels of one action.</summary>
    public const int Channels = 1024;

    /// <summary>Most numbers taken from one JSON file.</summary>
    public const int Numbers = 1 << 18;

    /// <summary>Most names listed from one folder.</summary>
    public const int FolderEntries = 4096;
}
