using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Files;

/// <summary>The published schema and the reader describe one format.</summary>
public sealed class SchemaAgreementTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "execspec-v1.json"))).RootElement;

    public static TheoryData<string, string[]> Groups => new()
    {
        { "", SpecKeys.Root },
        { "policy", SpecKeys.Policy },
        { "observation", SpecKeys.Observation },
        { "camera", SpecKeys.Camera },
        { "state", SpecKeys.State },
        { "prompt", SpecKeys.Prompt },
        { "action", SpecKeys.Action },
        { "channel", SpecKeys.Channel },
        { "rotation", SpecKeys.Rotation },
        { "unnormaliser", SpecKeys.CheckedNormaliser },
        { "normaliser", SpecKeys.Normaliser },
        { "statistics", SpecKeys.Statistics },
        { "quantile", SpecKeys.Quantile },
        { "arithmetic", SpecKeys.Arithmetic },
        { "effective", SpecKeys.EffectiveMap },
        { "gripper", SpecKeys.Gripper },
        { "controller", SpecKeys.Controller },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_group_has_the_same_keys(string group, string[] keys)
    {
        Assert.Equal(keys.Order(), Group(group).GetProperty("properties").EnumerateObject().Select(item => item.Name).Order());
        Assert.False(Group(group).GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Every_definition_of_the_schema_is_a_group_of_the_reader() =>
        Assert.Equal(
            Groups.Select(row => (string)row[0]).Where(name => name.Length > 0).Concat(["table", "number"]).Order(),
            Schema.GetProperty("$defs").EnumerateObject().Select(item => item.Name).Order());

    [Fact]
    public void Every_word_list_is_the_same()
    {
        string[] units = [.. ChannelUnit.All.Select(unit => unit.Symbol)];
        AssertWords(EnumWord.All<ActionSpace>(), "action", "quantity");
        AssertWords(EnumWord.All<ActionReference>(), "action", "reference");
        AssertWords(EnumWord.All<ActionReference>(), "channel", "reference");
        AssertWords(EnumWord.All<ChannelRole>(), "channel", "role");
        AssertWords(units, "channel", "unit");
        AssertWords(units, "channel", "physical_unit");
        AssertWords(units, "controller", "command_unit");
        AssertWords(EnumWord.All<RotationForm>(), "rotation", "form");
        AssertWords(EnumWord.All<RotationComposition>(), "rotation", "composition");
        AssertWords(EnumWord.All<ActionReference>(), "controller", "reference");
        AssertWords(EnumWord.All<NormalisationScheme>(), "normaliser", "scheme");
        AssertWords(EnumWord.All<NormalisationScheme>(), "unnormaliser", "scheme");
        AssertWords(EnumWord.All<EpsilonRule>(), "arithmetic", "epsilon_rule");
        AssertWords(EnumWord.All<GripperTie>(), "gripper", "tie");
        AssertWords(EnumWord.All<ControllerKind>(), "controller", "kind");
        AssertWords(SpecWords.Colors, "camera", "color");
        AssertWords(SpecWords.Layouts, "camera", "layout");
        AssertWords(SpecWords.ImageDtypes, "camera", "dtype");
        AssertWords(SpecWords.Flips, "camera", "flip");
        AssertWords([.. SpecWords.RotationsDeg.Select(item => $"{item}")], "camera", "rotate_deg");
        AssertWords(SpecWords.Cases, "prompt", "case");
        AssertWords(SpecWords.TrailingPunctuations, "prompt", "trailing_punctuation");
    }

    [Fact]
    public void The_ranges_are_the_same()
    {
        Assert.Equal(SpecLimits.MaxChannels, Property("action", "channels").GetProperty("maxItems").GetInt32());
        Assert.Equal(SpecLimits.MaxItems, Property("", "siblings").GetProperty("maxItems").GetInt32());
        Assert.Equal(SpecLimits.MaxNameLength, Property("channel", "name").GetProperty("maxLength").GetInt32());
        Assert.Equal(SpecLimits.MaxTextLength, Property("prompt", "template").GetProperty("maxLength").GetInt32());
        AssertRange("action", "rate_hz", SpecLimits.MinRateHz, SpecLimits.MaxRateHz);
        AssertRange("camera", "width", 1, SpecLimits.MaxPixels);
        AssertRange("camera", "max_age_ms", SpecLimits.MinPositive, SpecLimits.MaxAgeMs);
        AssertRange("policy", "sampler_steps", 1, SpecLimits.MaxSamplerSteps);
        AssertRange("statistics", "channels", 1, SpecLimits.MaxChannels);
        AssertRange("statistics", "timesteps", 1, SpecLimits.MaxTimesteps);
        AssertRange("normaliser", "low_quantile", 0, 1);
        AssertRange("arithmetic", "forward_clip", SpecLimits.MinPositive, SpecLimits.MaxMagnitude);
        AssertRange("gripper", "policy_open", -SpecLimits.MaxMagnitude, SpecLimits.MaxMagnitude);
    }

    [Theory]
    [InlineData("", "\"name\": \"a\"")]
    [InlineData("action", "\"action\": {}")]
    [InlineData("channel", "\"action\": { \"channels\": [{}] }")]
    [InlineData("rotation", "\"action\": { \"rotations\": [{}] }")]
    [InlineData("unnormaliser", "\"unnormaliser\": {}")]
    [InlineData("normaliser", "\"siblings\": [{}]")]
    [InlineData("quantile", "\"siblings\": [{ \"statistics\": { \"quantiles\": [{}] } }]")]
    [InlineData("effective", "\"unnormaliser\": { \"effective\": {} }")]
    [InlineData("gripper", "\"gripper\": {}")]
    [InlineData("camera", "\"observation\": { \"cameras\": [{}] }")]
    [InlineData("policy", "\"policy\": {}")]
    public void What_the_schema_requires_the_reader_requires(string group, string text)
    {
        string[] required = Group(group).TryGetProperty("required", out JsonElement list)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!).Where(key => key != SpecKeys.Tag)]
            : [];
        IEnumerable<Diagnostic> findings = SpecText.Read($"{{ \"interlock\": \"execspec/1\", {text} }}").Findings;
        string[] missing = [.. findings.Where(item => item.Code == "EX107").Select(item => item.Place!.Key!.Split('.')[^1])];
        Assert.Empty(required.Except(missing));
        Assert.Empty(missing.Except(required).Except(["action", "unnormaliser", "channels", "key", "scheme"]));
    }

    private static JsonElement Group(string name) => name.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Property(string group, string key) => Group(group).GetProperty("properties").GetProperty(key);

    private static void AssertWords(IReadOnlyList<string> words, string group, string key) =>
        Assert.Equal(words.Order(), Property(group, key).GetProperty("enum").EnumerateArray().Select(item => item.ToString()).Order());

    private static void AssertRange(string group, string key, double low, double high) =>
        Assert.Equal((low, high), (Property(group, key).GetProperty("minimum").GetDouble(), Property(group, key).GetProperty("maximum").GetDouble()));
}
