namespace Interlock.Datasets.Parquet.Footer;

/// <summary>What the footer says.</summary>
/// <param name="Schema">Nodes, parents before children; the first is the root.</param>
/// <param name="RowGroups">Row groups in file order.</param>
internal sealed record FileFooter(IReadOnlyList<SchemaElement> Schema, IReadOnlyList<RowGroup> RowGroups);
