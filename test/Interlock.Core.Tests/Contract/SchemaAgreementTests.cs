using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Tests.Contract;

/// <summary>The published schema and the reader describe one format.</summary>
public sealed class SchemaAgreementTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "contract-v1.json"))).RootElement;

    public static TheoryData<string, string[]> Groups => new()
    {
        { "", ContractKeys.Root },
        { "action", ContractKeys.Action },
        { "channel", ContractKeys.Channel },
        { "speed_norm", ContractKeys.SpeedNorm },
        { "workspace", ContractKeys.Workspace },
        { "force", ContractKeys.Force },
        { "watchdog", ContractKeys.Watchdog },
        { "escalation", ContractKeys.Escalation },
        { "monitors", ContractKeys.Monitors },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_group_has_the_same_keys(string group, string[] keys)
    {
        JsonElement definition = Group(group);
        Assert.Equal(keys.Order(), definition.GetProperty("properties").EnumerateObject().Select(item => item.Name).Order());
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Every_definition_of_the_schema_is_a_group_of_the_reader() =>
        Assert.Equal(
            Groups.Select(row => (string)row[0]).Where(name => name.Length > 0).Order(),
            Schema.GetProperty("$defs").EnumerateObject().Select(item => item.Name).Order());

    [Fact]
    public void Every_word_list_is_the_same()
    {
        AssertWords(EnumWord.All<GuardMode>(), "", "mode");
        AssertWords(EnumWord.All<RateLimiting>(), "", "rate_limiting");
        AssertWords(EnumWord.All<ActionSpace>(), "action", "space");
        AssertWords(EnumWord.All<ActionReference>(), "action", "reference");
        AssertWords(EnumWord.All<ChannelRole>(), "channel", "role");
        AssertWords([.. ChannelUnit.All.Select(unit => unit.Symbol)], "channel", "unit");
        AssertWords(EnumWord.All<StopReaction>(), "force", "on_exceed");
        AssertWords(EnumWord.All<StopReaction>(), "watchdog", "on_stale");
        AssertWords(EnumWord.All<StopReaction>(), "escalation", "then");
        AssertWords(EnumWord.All<PolicyProfile>(), "monitors", "profile");
    }

    [Fact]
    public void The_ranges_are_the_same()
    {
        Assert.Equal(ContractLimits.MaxChannels, Property("", "channels").GetProperty("maxItems").GetInt32());
        Assert.Equal(ContractLimits.MaxSpeedNorms, Property("", "speed_norms").GetProperty("maxItems").GetInt32());
        Assert.Equal(ContractLimits.MaxNameLength, Property("channel", "name").GetProperty("maxLength").GetInt32());
        AssertRange("", "rate_hz", ContractLimits.MinRateHz, ContractLimits.MaxRateHz);
        AssertRange("channel", "min", -ContractLimits.MaxMagnitude, ContractLimits.MaxMagnitude);
        AssertRange("channel", "max_step", ContractLimits.MinPositive, ContractLimits.MaxMagnitude);
        AssertRange("watchdog", "max_age_ms", ContractLimits.MinPositive, ContractLimits.MaxAgeMs);
        AssertRange("escalation", "max_clip_fraction", 0, 1);
        AssertRange("escalation", "for_steps", 1, ContractLimits.MaxEscalationSteps);
    }

    [Fact]
    public void The_defaults_are_those_of_the_types()
    {
        SafetyContract bare = new() { Name = "bare", Channels = [] };
        Assert.Equal(EnumWord.Of(bare.Mode), Default("", "mode"));
        Assert.Equal(EnumWord.Of(bare.RateLimiting), Default("", "rate_limiting"));
        Assert.Equal(EnumWord.Of(bare.Space), Default("action", "space"));
        Assert.Equal(EnumWord.Of(bare.Reference), Default("action", "reference"));
        Assert.Equal(EnumWord.Of(new ChannelContract { Name = "a" }.Role), Default("channel", "role"));
        Assert.Equal(EnumWord.Of(new ForceLimit().OnExceed), Default("force", "on_exceed"));
        Assert.Equal(EnumWord.Of(new Watchdog(1).OnStale), Default("watchdog", "on_stale"));
        Assert.Equal(EnumWord.Of(new Escalation(1, 1).Then), Default("escalation", "then"));
        Assert.Equal(EnumWord.Of(new MonitorSettings().Profile), Default("monitors", "profile"));
    }

    [Theory]
    [InlineData("speed_norm", "speed_norms: [{}]")]
    [InlineData("workspace", "workspace: {}")]
    [InlineData("watchdog", "watchdog: {}")]
    [InlineData("escalation", "escalation: {}")]
    [InlineData("channel", "channels: [{}]")]
    public void What_the_schema_requires_the_reader_requires(string group, string text)
    {
        string[] missing = [.. ExampleContract.FindingsOf($"interlock: contract/1\n{text}\n").Where(item => item.Code == "CT008").Select(item => item.Place!.Key!.Split('.')[^1])];
        string[] required = [.. Group(group).GetProperty("required").EnumerateArray().Select(item => item.GetString()!)];
        Assert.Equal(required.Order(), missing.Where(key => key != "channels" || required.Contains(key)).Distinct().Order());
    }

    private static JsonElement Group(string name) => name.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Property(string group, string key) => Group(group).GetProperty("properties").GetProperty(key);

    private static string? Default(string group, string key) => Property(group, key).GetProperty("default").GetString();

    private static void AssertWords(IReadOnlyList<string> words, string group, string key) =>
        Assert.Equal(words.Order(), Property(group, key).GetProperty("enum").EnumerateArray().Select(item => item.GetString()!).Order());

    private static void AssertRange(string group, string key, double low, double high) =>
        Assert.Equal((low, high), (Property(group, key).GetProperty("minimum").GetDouble(), Property(group, key).GetProperty("maximum").GetDouble()));
}
