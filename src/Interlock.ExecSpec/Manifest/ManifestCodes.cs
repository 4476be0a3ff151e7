namespace Interlock.ExecSpec.Manifest;

/// <summary>Codes of findings about files and their digests.</summary>
internal static class ManifestCodes
{
    public const string Changed = "EX010";
    public const string Missing = "EX011";
    public const string Extra = "EX012";

    public const string Unreadable = "EX220";
    public const string SymbolicLink = "EX221";
    public const string NameNotPortable = "EX222";
    public const string TooLarge = "EX223";
    public const string ChangedWhileRead = "EX224";
    public const string NoFile = "EX225";
    public const string NotRegular = "EX226";
    public const string InvalidManifest = "EX227";
    public const string CacheUnusable = "EX228";

    public const string BundleUnreadable = "EX230";
    public const string BundleMethod = "EX231";
    public const string StatementInvalid = "EX232";
    public const string SerialisationUnsupported = "EX233";
    public const string RootDigestWrong = "EX234";
}
