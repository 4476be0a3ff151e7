using System.Text.Json;
using Interlock.Core.Episodes;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.LeRobot;

/// <summary><c>meta/info.json</c> and <c>meta/stats.json</c>.</summary>
internal static class MetadataJson
{
    // Of LeRobot's own writer; nothing of ours reaches them.
    private const int ChunkSize = 1000;
    private const int DataFileMegabytes = 100;
    private const int VideoFileMegabytes = 200;

    public static void WriteInfo(string path, EpisodeSourceDescription description, IReadOnlyList<TableColumn> columns, int episodes, long frames, int tasks) => Write(path, json =>
    {
        json.WriteString("codebase_version", "v3.0");
        json.WriteString("robot_type", description.RobotType);
        json.WriteNumber("total_episodes", episodes);
        json.WriteNumber("total_frames", frames);
        json.WriteNumber("total_tasks", tasks);
        json.WriteNumber("chunks_size", ChunkSize);
        json.WriteNumber("data_files_size_in_mb", DataFileMegabytes);
        json.WriteNumber("video_files_size_in_mb", VideoFileMegabytes);
        json.WriteNumber("fps", description.RateHz!.Value);
        json.WriteStartObject("splits");
        json.WriteString("train", $"0:{episodes}");
        json.WriteEndObject();
        json.WriteString("data_path", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
        json.WriteNull("video_path");
        json.WriteStartObject("features");
        foreach (TableColumn column in columns)
        {
            WriteFeature(json, column, NamesOf(column.Name, description));
        }

        json.WriteEndObject();
    });

    public static void WriteStatistics(string path, IReadOnlyDictionary<string, FeatureStatistics> statistics) => Write(path, json =>
    {
        foreach ((string feature, FeatureStatistics values) in statistics)
        {
            json.WriteStartObject(feature);
            WriteNumbers(json, "min", values.Min);
            WriteNumbers(json, "max", values.Max);
            WriteNumbers(json, "mean", values.Mean);
            WriteNumbers(json, "std", values.StandardDeviation);
            WriteNumbers(json, "count", [values.Count]);
            json.WriteEndObject();
        }
    });

    private static IReadOnlyList<string>? NamesOf(string column, EpisodeSourceDescription description) => column switch
    {
        "action" => description.ActionChannels,
        "observation.state" => description.StateChannels,
        _ => null,
    };

    private static void WriteFeature(Utf8JsonWriter json, TableColumn column, IReadOnlyList<string>? names)
    {
        json.WriteStartObject(column.Name);
        json.WriteString("dtype", column.Type switch
        {
            PhysicalType.Boolean => "bool",
            PhysicalType.Int64 => "int64",
            PhysicalType.Float => "float32",
            _ => "float64",
        });
        json.WriteStartArray("shape");
        json.WriteNumberValue(column.ListLengths?[0] ?? 1);
        json.WriteEndArray();
        if (names is null)
        {
            json.WriteNull("names");
        }
        else
        {
            json.WriteStartArray("names");
            foreach (string name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumberValue(value);
            }
            else
            {
                // As Python's json writes what is no number; readers of datasets know it.
                json.WriteRawValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity", skipInputValidation: true);
            }
        }

        json.WriteEndArray();
    }

    private static void Write(string path, Action<Utf8JsonWriter> body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        body(json);
        json.WriteEndObject();
    }
}
