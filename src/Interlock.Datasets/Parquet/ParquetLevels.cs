using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>Levels of a schema node (the Dremel encoding of nested data).</summary>
/// <param name="Repetition">Lists around the node, itself included.</param>
/// <param name="Definition">Nodes on the path that can be absent, itself included.</param>
/// <param name="Element"><paramref name="Definition"/> at the innermost list.</param>
internal readonly record struct ParquetLevels(int Repetition, int Definition, int Element)
{
    public ParquetLevels Below(Repetition repetition) => repetition switch
    {
        Footer.Repetition.Required => this,
        Footer.Repetition.Optional => this with { Definition = Definition + 1 },
        Footer.Repetition.Repeated => new ParquetLevels(Repetition + 1, Definition + 1, Definition + 1),
        _ => throw ParquetFault.Of(ParquetCodes.SchemaDamaged, $"the schema is damaged: repetition {(int)repetition} does not exist"),
    };
}
