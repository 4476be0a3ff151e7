namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>The files of a checkpoint or a dataset, by their path inside it.</summary>
internal interface ICheckpointFiles
{
    bool Exists(string relative);

    /// <summary>The path for messages.</summary>
    string NameOf(string relative);

    /// <summary>A stream that can seek, owned by the caller.</summary>
    Stream Open(string relative);

    /// <summary>A JSON document of bounded size and depth.</summary>
    JsonPart ReadJson(string relative);
}
