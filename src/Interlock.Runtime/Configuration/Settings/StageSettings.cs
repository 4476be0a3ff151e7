using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>One graph of a chain; outputs of one are inputs of later ones by name.</summary>
public sealed record StageSettings
{
    /// <summary>The graph (*.onnx). Required.</summary>
    [ConfigKey("The graph (*.onnx).", IsRequired = true, IsPath = true)]
    public string Path { get; init; } = "";

    /// <summary>What its inputs take. Default: guessed where the name leaves no doubt.</summary>
    [ConfigKey("What its inputs take.", DefaultText = "guessed where the name leaves no doubt")]
    public IReadOnlyList<GraphInputSettings> Inputs { get; init; } = [];

    /// <summary>When it is computed; a cached encoder need not be for every answer. Default: always.</summary>
    [ConfigKey("When it is computed; a cached encoder need not be for every answer.")]
    public StageRecompute Recompute { get; init; }

    /// <summary>With every_calls: once in this many answers. 1 to 1000000 answers. Default: 1.</summary>
    [ConfigKey("With every_calls: once in this many answers.", Unit = "answers", Min = 1, Max = 1000000)]
    public int Every { get; init; } = 1;
}
