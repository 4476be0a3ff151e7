using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>Turns the schema nodes of a footer into leaves with their levels.</summary>
internal sealed class ParquetSchema
{
    private readonly IReadOnlyList<SchemaElement> _elements;
    private readonly List<ParquetColumn> _columns = [];
    private int _next;

    private ParquetSchema(IReadOnlyList<SchemaElement> elements) => _elements = elements;

    public static IReadOnlyList<ParquetColumn> ColumnsOf(IReadOnlyList<SchemaElement> elements)
    {
        if (elements.Count == 0)
        {
            throw Damage("it is empty");
        }

        ParquetSchema schema = new(elements) { _next = 1 };
        for (int child = 0; child < elements[0].ChildCount; child++)
        {
            schema.Visit(null, new ParquetLevels(0, 0, 0), 1);
        }

        return schema._next == elements.Count ? schema._columns : throw Damage($"{elements.Count - schema._next} elements have no parent");
    }

    private void Visit(string? topLevel, ParquetLevels parent, int depth)
    {
        if (_next >= _elements.Count || depth > ParquetLimits.Depth)
        {
            throw Damage(depth > ParquetLimits.Depth ? $"it is nested deeper than {ParquetLimits.Depth}" : "an element is missing");
        }

        SchemaElement element = _elements[_next++];
        if (element.ChildCount < 0)
        {
            throw Damage($"'{element.Name}' has {element.ChildCount} children");
        }

        ParquetLevels levels = parent.Below(element.Repetition);
        string name = topLevel ?? element.Name;
        if (element.ChildCount == 0)
        {
            AddLeaf(name, element, levels);
        }

        for (int child = 0; child < element.ChildCount; child++)
        {
            Visit(name, levels, depth + 1);
        }
    }

    private void AddLeaf(string name, SchemaElement element, ParquetLevels levels)
    {
        if (element.Type is not { } type || !Enum.IsDefined(type))
        {
            throw Damage($"column '{name}' has no known type");
        }

        _columns.Add(new ParquetColumn
        {
            Name = name,
            Index = _columns.Count,
            Element = element,
            MaxRepetition = levels.Repetition,
            MaxDefinition = levels.Definition,
            ElementDefinition = levels.Element,
        });
    }

    private static DiagnosticException Damage(string what) => ParquetFault.Of(ParquetCodes.SchemaDamaged, $"the schema is damaged: {what}");
}
