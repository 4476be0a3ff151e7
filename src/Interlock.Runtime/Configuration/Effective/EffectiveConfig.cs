using Interlock.Core.Contract;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>Every key of a run with its value, and where that comes from.</summary>
public sealed class EffectiveConfig
{
    private readonly RunFile _file;
    private readonly Dictionary<string, EffectiveEntry> _byPath;

    internal EffectiveConfig(RunFile file, ReadingReport places, SafetyContract? contract)
    {
        _file = file;
        Entries = [.. SettingsWalk.Of(file.Settings).Select(item => EntryOf(item, places, DerivedValue.Of(item, file.Settings, contract)))];
        _byPath = Entries.ToDictionary(entry => entry.Path);
        LoopRateHz = file.Settings.Loop.RateHz ?? contract?.RateHz;
    }

    /// <summary>Every key in the order of the format.</summary>
    public IReadOnlyList<EffectiveEntry> Entries { get; }

    /// <summary>The settings behind it.</summary>
    public RunSettings Settings => _file.Settings;

    /// <summary>Rate of the loop, Hz; null when neither file nor contract states it.</summary>
    public double? LoopRateHz { get; }

    /// <summary>The entry of a path; null when there is none.</summary>
    public EffectiveEntry? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The path that a user probably meant; null when none is near.</summary>
    public string? Nearest(string path) => NearestPath.Of(path, [.. Entries.Select(entry => entry.Path)]);

    /// <summary>
    /// The whole configuration as a run file, for the recording: every value is stated, also where it is the default. Reading it in the
    /// same folder gives the same settings. What the contract or another key decides stands there as a remark.
    /// </summary>
    public string ToYaml() => EffectiveYaml.Write(this);

    /// <summary>What a person has to see at the start, one row for each part of the run.</summary>
    public IReadOnlyList<EffectiveRow> ToRows() => EffectiveRows.Of(this);

    private static EffectiveEntry EntryOf(KeyValue item, ReadingReport places, DerivedValue? derived)
    {
        object? value = derived?.Value ?? (item.Value is Enum word ? WordList.Of(word) : item.Value);
        string? origin = places.OriginOf(item.Path)?.ToString();
        ConfigKeyAttribute facts = item.Key.Facts;
        return new EffectiveEntry
        {
            Path = item.Path,
            Value = value,
            Text = ScalarText.Of(value),
            Origin = origin ?? derived?.Origin ?? "default",
            IsStated = origin is not null,
            Default = KeyWords.DefaultOf(item.Key),
            Range = KeyWords.RangeOf(item.Key),
            Unit = facts.Unit,
            Doc = facts.Doc,
        };
    }
}
