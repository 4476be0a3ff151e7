namespace Interlock.Core.Contract.Writing;

/// <summary>A group of keys on one line, <c>{ key: value, … }</c>; absent values are left out.</summary>
internal sealed class FlowGroup
{
    private readonly List<string> _entries = [];

    public FlowGroup Add(string key, string? value)
    {
        if (value is not null)
        {
            _entries.Add($"{key}: {value}");
        }

        return this;
    }

    public FlowGroup Add(string key, double? value) => Add(key, value is { } number ? YamlText.Of(number) : null);

    public override string ToString() => $"{{ {string.Join(", ", _entries)} }}";
}
