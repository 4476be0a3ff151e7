namespace Interlock.Datasets.Parquet;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class ParquetCodes
{
    public const string CannotOpen = "DS001";
    public const string NotParquet = "DS002";
    public const string NotFinalised = "DS003";
    public const string Encrypted = "DS004";
    public const string FooterDamaged = "DS005";
    public const string SchemaDamaged = "DS006";
    public const string CodecNotRead = "DS007";
    public const string EncodingNotRead = "DS008";
    public const string TypeNotRead = "DS009";
    public const string PageHeaderDamaged = "DS010";
    public const string PageDamaged = "DS011";
    public const string DecompressionFailed = "DS012";
    public const string TooLarge = "DS013";
    public const string RowLengthDiffers = "DS014";
    public const string RowCountDiffers = "DS015";
}
