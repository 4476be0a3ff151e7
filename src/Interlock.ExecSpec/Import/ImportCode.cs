namespace Interlock.ExecSpec.Import;

/// <summary>Codes of findings that every importer can make.</summary>
internal static class ImportCode
{
    /// <summary>A file or folder cannot be read.</summary>
    public const string Unreadable = "EX120";

    /// <summary>A file is larger than is read.</summary>
    public const string TooLarge = "EX121";

    /// <summary>Not JSON: syntax, depth or Unicode.</summary>
    public const string NotJson = "EX122";

    /// <summary>A JSON object has a key twice.</summary>
    public const string DuplicateKey = "EX123";

    /// <summary>A pickle, which is code.</summary>
    public const string Pickle = "EX124";

    /// <summary>No importer recognises the source.</summary>
    public const string Unrecognised = "EX125";

    /// <summary>Several entries and no key.</summary>
    public const string KeyRequired = "EX126";

    /// <summary>No entry of that key.</summary>
    public const string KeyUnknown = "EX127";

    /// <summary>The request overrides the scheme that the source implies.</summary>
    public const string SchemeOverridden = "EX128";

    /// <summary>Channel names are assumed.</summary>
    public const string NamesAssumed = "EX129";

    /// <summary>Channel names that were given do not fit.</summary>
    public const string ChannelNames = "EX130";

    /// <summary>A value is of the wrong kind.</summary>
    public const string WrongKind = "EX131";

    /// <summary>More entries, keys or values than are read.</summary>
    public const string TooMany = "EX132";

    /// <summary>A controller scale or rate is impossible or fits no channel.</summary>
    public const string Scaling = "EX133";

    /// <summary>A file name inside a file leads out of the folder.</summary>
    public const string OutsideFolder = "EX134";

    /// <summary>A statistic that the scheme needs is not finite.</summary>
    public const string NotFinite = "EX135";

    /// <summary>A statistic that the scheme needs is reversed, negative or missing, or its rows differ in length.</summary>
    public const string BadRange = "EX136";
}
