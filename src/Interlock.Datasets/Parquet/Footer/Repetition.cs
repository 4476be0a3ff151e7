namespace Interlock.Datasets.Parquet.Footer;

/// <summary>How often a schema node occurs in its parent; numbers as in the format.</summary>
internal enum Repetition
{
    Required = 0,
    Optional = 1,
    Repeated = 2,
}
