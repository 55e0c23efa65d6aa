using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatClient.Session;

namespace ChatClient.Plain;

/// <summary>Writes events as JSON, one object in each line, for programs.</summary>
/// <remarks>
/// <code>{"type":"said","conversation":"#lobby","from":{"nick":"alice","user":"al","host":"h"},"kind":"message","text":"hi",...}</code>
/// <para><c>type</c> is the name of the <see cref="SessionEvent"/> record, the other members are its own; names begin with a small
/// letter, times are ISO 8601, and what is null is left out.</para>
/// </remarks>
/// <param name="output">Where lines go.</param>
internal sealed class EventJson(TextWriter output)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Writes an event.</summary>
    public void Write(SessionEvent happened) => output.WriteLine(JsonSerializer.Serialize(happened, Options));

    // Every record that is an event gets its name as the type.
    private static void NameKinds(JsonTypeInfo info)
    {
        if (info.Type != typeof(SessionEvent))
            return;

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var kind in typeof(SessionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SessionEvent))))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, JsonNamingPolicy.CamelCase.ConvertName(kind.Name)));
    }
}
