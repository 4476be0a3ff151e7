namespace Interlock.ExecSpec.Import;

/// <summary>Codes of findings that every importer can make.</summary>
internal static class ImportCode
{
    /// <summary>A file or folder cannot be read.</summary>
    public const string Unreadable = "EX120";

    /// <summary>A file is larger, or has more entries, keys or numbers, than is read.</summary>
    public const string TooMuch = "EX121";

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
    public const string ChannelNames = "EX138";

    /// <summary>A value is of the wrong kind.</summary>
    public const string WrongKind = "EX139";

    /// <summary>The entry has no statistics, so that its library would pass normalised numbers through.</summary>
    public const string NoStatistics = "EX149";

    /// <summary>A channel never moved, so it decodes to a constant.</summary>
    public const string ConstantChannel = "EX155";

    /// <summary>A statistic that the scheme needs is not finite.</summary>
    public const string NotFinite = "EX156";

    /// <summary>A statistic that the scheme needs is reversed, negative or missing, or its rows differ in length.</summary>
    public const string BadRows = "EX157";

    /// <summary>A controller scale or rate is impossible or fits no channel.</summary>
    public const string Scaling = "EX158";

    /// <summary>The unnormaliser hands numbers on as they are.</summary>
    public const string Inert = "EX162";

    /// <summary>A file name inside a file leads out of the folder.</summary>
    public const string OutsideFolder = "EX159";
}
